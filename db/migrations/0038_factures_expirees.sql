ALTER TABLE "factures" DROP CONSTRAINT "factures_avoir_origine";--> statement-breakpoint
ALTER TABLE "factures" DROP CONSTRAINT "factures_emission_complete";--> statement-breakpoint
ALTER TABLE "factures" ADD COLUMN "contenu_detruit_le" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "factures" ADD CONSTRAINT "factures_detruite_vide" CHECK (contenu_detruit_le is null or (instantane is null and motif = '' and statut <> 'brouillon'));--> statement-breakpoint
ALTER TABLE "factures" ADD CONSTRAINT "factures_avoir_origine" CHECK ((type = 'avoir') = (facture_origine_id is not null) and (type = 'facture' or motif <> '' or contenu_detruit_le is not null));--> statement-breakpoint
ALTER TABLE "factures" ADD CONSTRAINT "factures_emission_complete" CHECK (statut = 'brouillon' or (serie is not null and annee is not null and sequence is not null and numero is not null and date_emission is not null and echeance is not null and (instantane is not null or contenu_detruit_le is not null) and empreinte is not null));--> statement-breakpoint
-- Accounting documents are kept ten years from the end of the year (Code de commerce L123-22).
CREATE FUNCTION facture_expiree(emise date) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT now() >= make_date(extract(year FROM emise)::integer + 11, 1, 1)
$$;
--> statement-breakpoint
-- An issued invoice is never changed. Once its time is over what it says may go, all at once and for good.
CREATE OR REPLACE FUNCTION facture_figee() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  vivantes CONSTANT text[] := ARRAY['statut', 'paye', 'credite', 'fichier_id', 'version', 'modifie_le'];
  contenu CONSTANT text[] := ARRAY['instantane', 'motif', 'contenu_detruit_le'];
BEGIN
  IF OLD.statut = 'brouillon' THEN
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.contenu_detruit_le IS NULL AND NEW.contenu_detruit_le IS NOT NULL
    AND NEW.instantane IS NULL AND NEW.motif = '' AND facture_expiree(OLD.date_emission)
    AND (to_jsonb(NEW) - contenu - ARRAY['version', 'modifie_le'])
      = (to_jsonb(OLD) - contenu - ARRAY['version', 'modifie_le']) THEN
    RETURN NEW;
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
-- The stored document keeps its fingerprint and size; its content goes with what the invoice says.
CREATE OR REPLACE FUNCTION fichier_fige() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM factures WHERE fichier_id = OLD.id AND contenu_detruit_le IS NULL)
    OR (EXISTS (SELECT 1 FROM factures WHERE fichier_id = OLD.id) AND (TG_OP = 'DELETE' OR NEW.contenu <> ''
      OR (to_jsonb(NEW) - 'contenu') IS DISTINCT FROM (to_jsonb(OLD) - 'contenu'))) THEN
    RAISE EXCEPTION 'a stored invoice document cannot be changed or deleted'
      USING ERRCODE = '23514', CONSTRAINT = 'facture_figee';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
--> statement-breakpoint
-- A payment is never changed, but for the words beside it once those of its invoice are gone.
CREATE FUNCTION paiement_fige() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.reference = ''
    AND (to_jsonb(NEW) - 'reference') = (to_jsonb(OLD) - 'reference')
    AND EXISTS (SELECT 1 FROM factures WHERE id = OLD.facture_id AND contenu_detruit_le IS NOT NULL) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP
    USING ERRCODE = '23514', CONSTRAINT = TG_TABLE_NAME || '_ajout_seul';
END $$;
--> statement-breakpoint
DROP TRIGGER paiements_ajout_seul ON paiements;
--> statement-breakpoint
CREATE TRIGGER paiements_ajout_seul BEFORE UPDATE OR DELETE ON paiements FOR EACH ROW EXECUTE FUNCTION paiement_fige();
--> statement-breakpoint
-- The only door: what the invoice, its stored document and its payments say, all of it or nothing.
CREATE FUNCTION detruire_facture(p_id integer, p_le timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE factures SET instantane = NULL, motif = '', contenu_detruit_le = p_le, version = version + 1,
    modifie_le = p_le WHERE id = p_id;
  UPDATE fichiers SET contenu = '' WHERE id = (SELECT fichier_id FROM factures WHERE id = p_id);
  UPDATE paiements SET reference = '' WHERE facture_id = p_id AND reference <> '';
END $$;
