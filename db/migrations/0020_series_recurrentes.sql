ALTER TABLE "prestations" ADD COLUMN "serie_jour" date;--> statement-breakpoint
ALTER TABLE "prestations" ADD COLUMN "serie_modifiee" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "prestations" ADD COLUMN "serie_empechement" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "series" ADD COLUMN "premier_jour" date;--> statement-breakpoint
ALTER TABLE "series" ADD COLUMN "heure" time;--> statement-breakpoint
ALTER TABLE "series" ADD COLUMN "exceptions" date[] DEFAULT '{}'::date[] NOT NULL;--> statement-breakpoint
ALTER TABLE "series" ADD COLUMN "jours_feries" text DEFAULT 'maintenir' NOT NULL;--> statement-breakpoint
ALTER TABLE "series" ADD COLUMN "instructions" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "series" ADD COLUMN "derogation" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "series" ADD COLUMN "dernier_jour" date;--> statement-breakpoint
ALTER TABLE "series" ADD COLUMN "generee_jusquau" date;--> statement-breakpoint
ALTER TABLE "series" ADD COLUMN "arretee_du" date;--> statement-breakpoint
ALTER TABLE "series" ADD COLUMN "arret_motif" text DEFAULT '' NOT NULL;--> statement-breakpoint
UPDATE "series" SET "premier_jour" = ("series"."debut" at time zone a."fuseau")::date, "heure" = ("series"."debut" at time zone a."fuseau")::time, "dernier_jour" = "series"."fin_le" FROM "agences" a WHERE a."id" = "series"."agence_id";--> statement-breakpoint
ALTER TABLE "series" ALTER COLUMN "premier_jour" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "series" ALTER COLUMN "heure" SET NOT NULL;--> statement-breakpoint
UPDATE "prestations" SET "serie_jour" = o."jour" FROM (
  SELECT DISTINCT ON (p."serie_id", (p."debut" at time zone a."fuseau")::date) p."id", (p."debut" at time zone a."fuseau")::date AS "jour"
  FROM "prestations" p JOIN "agences" a ON a."id" = p."agence_id" WHERE p."serie_id" IS NOT NULL
  ORDER BY p."serie_id", (p."debut" at time zone a."fuseau")::date, p."id") o WHERE o."id" = "prestations"."id";--> statement-breakpoint
CREATE UNIQUE INDEX "prestations_serie_jour_unique" ON "prestations" USING btree ("serie_id","serie_jour");--> statement-breakpoint
CREATE INDEX "series_agence_index" ON "series" USING btree ("agence_id","id");--> statement-breakpoint
CREATE INDEX "series_client_index" ON "series" USING btree ("client_id","id");--> statement-breakpoint
CREATE INDEX "series_intervenant_index" ON "series" USING btree ("intervenant_id","id");--> statement-breakpoint
ALTER TABLE "series" DROP COLUMN "debut";--> statement-breakpoint
ALTER TABLE "series" DROP COLUMN "actif";--> statement-breakpoint
ALTER TABLE "series" ADD CONSTRAINT "series_feries_connus" CHECK (jours_feries in ('maintenir', 'sauter', 'reporter'));