CREATE TABLE "tache_fichiers" (
	"tache_id" integer PRIMARY KEY NOT NULL,
	"nom" text DEFAULT '' NOT NULL,
	"type" text NOT NULL,
	"contenu" "bytea" NOT NULL,
	"expire_le" timestamp (3) with time zone NOT NULL,
	"cree_le" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "taches" ADD COLUMN "donnees" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "taches" ADD COLUMN "langue" text DEFAULT 'fr' NOT NULL;--> statement-breakpoint
ALTER TABLE "taches" ADD COLUMN "commencee_le" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "taches" ADD COLUMN "terminee_le" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "tache_fichiers" ADD CONSTRAINT "tache_fichiers_tache_id_taches_id_fk" FOREIGN KEY ("tache_id") REFERENCES "public"."taches"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "tache_fichiers_expiration_index" ON "tache_fichiers" USING btree ("expire_le");--> statement-breakpoint
CREATE INDEX "taches_demandeur_index" ON "taches" USING btree ("demande_par","id");--> statement-breakpoint
CREATE INDEX "taches_statut_index" ON "taches" USING btree ("statut","id");--> statement-breakpoint
ALTER TABLE "taches" ADD CONSTRAINT "taches_langue_connue" CHECK (langue in ('fr', 'en', 'ar', 'tzm'));