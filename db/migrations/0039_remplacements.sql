ALTER TABLE "absences" DROP CONSTRAINT "absences_statut_connu";--> statement-breakpoint
ALTER TABLE "prestations" ADD COLUMN "absence_id" integer;--> statement-breakpoint
ALTER TABLE "prestations" ADD CONSTRAINT "prestations_absence_id_absences_id_fk" FOREIGN KEY ("absence_id") REFERENCES "public"."absences"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "prestations_absence_index" ON "prestations" USING btree ("absence_id") WHERE absence_id is not null;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_statut_connu" CHECK (statut in ('demandee', 'approuvee', 'refusee', 'retiree'));