ALTER TABLE "reservations" ADD COLUMN "date_precedente" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "reservations" ADD COLUMN "fin_precedente" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "reservations" ADD COLUMN "intervenant_precedent_id" integer;--> statement-breakpoint
ALTER TABLE "reservations" ADD CONSTRAINT "reservations_intervenant_precedent_agence_fk" FOREIGN KEY ("intervenant_precedent_id","agence_id") REFERENCES "public"."intervenants"("id","agence_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reservations" ADD CONSTRAINT "reservations_precedente_entiere" CHECK ((date_precedente is null) = (fin_precedente is null) and fin_precedente > date_precedente);