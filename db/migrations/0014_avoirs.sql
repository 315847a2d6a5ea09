DROP INDEX "devis_lignes_devis_index";--> statement-breakpoint
ALTER TABLE "devis" ADD COLUMN "langue" text NOT NULL;--> statement-breakpoint
ALTER TABLE "devis" ADD COLUMN "date_emission" date;--> statement-breakpoint
ALTER TABLE "devis" ADD COLUMN "total_ht" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "devis" ADD COLUMN "total_tva" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "devis" ADD COLUMN "instantane" jsonb;--> statement-breakpoint
ALTER TABLE "devis" ADD COLUMN "empreinte" text;--> statement-breakpoint
ALTER TABLE "devis" ADD COLUMN "decide_le" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "devis" ADD COLUMN "decide_par" integer;--> statement-breakpoint
ALTER TABLE "devis" ADD COLUMN "decision" text;--> statement-breakpoint
ALTER TABLE "devis" ADD COLUMN "motif_refus" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "devis_lignes" ADD COLUMN "rang" integer NOT NULL;--> statement-breakpoint
ALTER TABLE "devis_lignes" ADD COLUMN "frequence" text NOT NULL;--> statement-breakpoint
ALTER TABLE "devis_lignes" ADD COLUMN "fois" integer NOT NULL;--> statement-breakpoint
ALTER TABLE "devis_lignes" ADD COLUMN "seance_min" integer NOT NULL;--> statement-breakpoint
ALTER TABLE "devis_lignes" ADD COLUMN "montant_ht" integer NOT NULL;--> statement-breakpoint
ALTER TABLE "devis_lignes" ADD COLUMN "montant_tva" integer NOT NULL;--> statement-breakpoint
ALTER TABLE "facture_lignes" ADD COLUMN "ligne_origine_id" integer;--> statement-breakpoint
ALTER TABLE "factures" ADD COLUMN "credite" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "factures" ADD COLUMN "motif" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "devis" ADD CONSTRAINT "devis_decide_par_utilisateurs_id_fk" FOREIGN KEY ("decide_par") REFERENCES "public"."utilisateurs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "facture_lignes" ADD CONSTRAINT "facture_lignes_origine_fk" FOREIGN KEY ("ligne_origine_id") REFERENCES "public"."facture_lignes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "devis_agence_statut_index" ON "devis" USING btree ("agence_id","statut","id");--> statement-breakpoint
CREATE UNIQUE INDEX "devis_numero_unique" ON "devis" USING btree ("numero");--> statement-breakpoint
CREATE UNIQUE INDEX "devis_lignes_rang_unique" ON "devis_lignes" USING btree ("devis_id","rang");--> statement-breakpoint
CREATE INDEX "facture_lignes_origine_index" ON "facture_lignes" USING btree ("ligne_origine_id");--> statement-breakpoint
CREATE INDEX "factures_origine_index" ON "factures" USING btree ("facture_origine_id");--> statement-breakpoint
ALTER TABLE "devis" ADD CONSTRAINT "devis_totaux" CHECK (total_ht >= 0 and total_tva >= 0 and total_ttc = total_ht + total_tva);--> statement-breakpoint
ALTER TABLE "devis" ADD CONSTRAINT "devis_envoi_complet" CHECK ((statut = 'brouillon') = (numero is null) and (statut = 'brouillon' or (date_emission is not null and instantane is not null and empreinte is not null)));--> statement-breakpoint
ALTER TABLE "devis" ADD CONSTRAINT "devis_decision_complete" CHECK ((statut in ('accepte', 'refuse')) = (decide_le is not null));--> statement-breakpoint
ALTER TABLE "devis_lignes" ADD CONSTRAINT "devis_lignes_montants" CHECK (montant_ttc = montant_ht + montant_tva and montant_ttc >= 0);--> statement-breakpoint
ALTER TABLE "devis_lignes" ADD CONSTRAINT "devis_lignes_quantites" CHECK (fois between 1 and 31 and seance_min > 0 and quantite_min > 0);--> statement-breakpoint
ALTER TABLE "factures" ADD CONSTRAINT "factures_credite_borne" CHECK (credite >= 0 and credite <= total_ttc);--> statement-breakpoint
ALTER TABLE "factures" ADD CONSTRAINT "factures_avoir_origine" CHECK ((type = 'avoir') = (facture_origine_id is not null) and (type = 'facture' or motif <> ''));
--> statement-breakpoint
-- What credit notes take off an issued invoice is written on it, like what is paid.
CREATE OR REPLACE FUNCTION facture_figee() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  vivantes CONSTANT text[] := ARRAY['statut', 'paye', 'credite', 'fichier_id', 'version', 'modifie_le'];
BEGIN
  IF OLD.statut = 'brouillon' THEN
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF TG_OP = 'DELETE'
    OR NEW.statut = 'brouillon'
    OR NEW.credite < OLD.credite
    OR (OLD.fichier_id IS NOT NULL AND NEW.fichier_id IS DISTINCT FROM OLD.fichier_id)
    OR (to_jsonb(NEW) - vivantes) IS DISTINCT FROM (to_jsonb(OLD) - vivantes)
  THEN
    RAISE EXCEPTION 'an issued invoice cannot be changed or deleted'
      USING ERRCODE = '23514', CONSTRAINT = 'facture_figee';
  END IF;
  RETURN NEW;
END $$;

--> statement-breakpoint
-- A quote that was sent may only be answered, or expire; its lines never change.
CREATE FUNCTION devis_fige() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  vivantes CONSTANT text[] := ARRAY['statut', 'decide_le', 'decide_par', 'decision', 'motif_refus', 'version', 'modifie_le'];
BEGIN
  IF OLD.statut = 'brouillon' THEN
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF TG_OP = 'DELETE' OR OLD.statut <> 'envoye' OR NEW.statut = 'brouillon'
    OR (to_jsonb(NEW) - vivantes) IS DISTINCT FROM (to_jsonb(OLD) - vivantes)
  THEN
    RAISE EXCEPTION 'a quote that was sent cannot be changed or deleted'
      USING ERRCODE = '23514', CONSTRAINT = 'devis_fige';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER devis_fige BEFORE UPDATE OR DELETE ON devis FOR EACH ROW EXECUTE FUNCTION devis_fige();
--> statement-breakpoint
CREATE FUNCTION devis_ligne_figee() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM devis
    WHERE statut <> 'brouillon'
      AND id IN (CASE WHEN TG_OP <> 'INSERT' THEN OLD.devis_id END, CASE WHEN TG_OP <> 'DELETE' THEN NEW.devis_id END)
  ) THEN
    RAISE EXCEPTION 'a line of a quote that was sent cannot be changed'
      USING ERRCODE = '23514', CONSTRAINT = 'devis_fige';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
--> statement-breakpoint
CREATE TRIGGER devis_ligne_figee BEFORE INSERT OR UPDATE OR DELETE ON devis_lignes
  FOR EACH ROW EXECUTE FUNCTION devis_ligne_figee();
