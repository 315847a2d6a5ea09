CREATE TABLE "effacements" (
	"uid" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"sujet_type" text NOT NULL,
	"sujet_id" integer NOT NULL,
	"sujet_cree_le" timestamp (3) with time zone NOT NULL,
	"efface_le" timestamp (3) with time zone NOT NULL,
	"motif" text NOT NULL,
	"demande_id" integer,
	CONSTRAINT "effacements_sujet_connu" CHECK (sujet_type in ('client', 'intervenant')),
	CONSTRAINT "effacements_motif_connu" CHECK (motif in ('demande', 'conservation'))
);
--> statement-breakpoint
ALTER TABLE "intervenants" ADD COLUMN "efface_le" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "effacements_sujet_index" ON "effacements" USING btree ("sujet_type","sujet_id");--> statement-breakpoint
CREATE INDEX "effacements_date_index" ON "effacements" USING btree ("efface_le");--> statement-breakpoint
-- A clocking is never changed, but for where the phone stood, which is kept two months and then goes.
CREATE FUNCTION pointage_fige() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.latitude IS NULL AND NEW.longitude IS NULL
    AND (to_jsonb(NEW) - 'latitude' - 'longitude') = (to_jsonb(OLD) - 'latitude' - 'longitude') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP
    USING ERRCODE = '23514', CONSTRAINT = TG_TABLE_NAME || '_ajout_seul';
END $$;
--> statement-breakpoint
DROP TRIGGER pointages_ajout_seul ON pointages;
--> statement-breakpoint
CREATE TRIGGER pointages_ajout_seul BEFORE UPDATE OR DELETE ON pointages FOR EACH ROW EXECUTE FUNCTION pointage_fige();
--> statement-breakpoint
CREATE FUNCTION oublier_lieux(avant timestamptz, combien integer) RETURNS SETOF integer
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE pointages SET latitude = NULL, longitude = NULL
  WHERE id IN (
    SELECT p.id FROM pointages p
    WHERE (p.latitude IS NOT NULL OR p.longitude IS NOT NULL) AND p.horodatage < avant
      AND p.horodatage < now() - interval '2 months'
    ORDER BY p.horodatage, p.id LIMIT combien FOR UPDATE SKIP LOCKED)
  RETURNING id
$$;
