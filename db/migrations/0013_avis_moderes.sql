ALTER TABLE "avis" ADD COLUMN "motif_refus" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "avis" ADD COLUMN "modere_le" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "avis" ADD COLUMN "modere_par" integer;--> statement-breakpoint
ALTER TABLE "avis" ADD CONSTRAINT "avis_modere_par_utilisateurs_id_fk" FOREIGN KEY ("modere_par") REFERENCES "public"."utilisateurs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "avis_client_index" ON "avis" USING btree ("client_id","id");--> statement-breakpoint
CREATE INDEX "avis_agence_statut_index" ON "avis" USING btree ("agence_id","statut","id");