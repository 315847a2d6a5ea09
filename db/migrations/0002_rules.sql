-- Rules that the schema builder cannot write: overlaps, frozen rows, the append-only log.

ALTER TABLE prestations ADD CONSTRAINT prestations_pas_de_chevauchement
  EXCLUDE USING gist (intervenant_id WITH =, tstzrange(debut, fin, '[)') WITH &&)
  WHERE (intervenant_id IS NOT NULL AND statut <> 'annulee');
--> statement-breakpoint
ALTER TABLE tarifs ADD CONSTRAINT tarifs_pas_de_chevauchement
  EXCLUDE USING gist (agence_id WITH =, activite_id WITH =, daterange(du, au, '[]') WITH &&);
--> statement-breakpoint
ALTER TABLE avantages_fiscaux ADD CONSTRAINT avantages_fiscaux_pas_de_chevauchement
  EXCLUDE USING gist (pays WITH =, daterange(du, au, '[]') WITH &&);
--> statement-breakpoint

CREATE FUNCTION refuse_write() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP
    USING ERRCODE = '23514', CONSTRAINT = TG_TABLE_NAME || '_ajout_seul';
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_ajout_seul BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION refuse_write();
--> statement-breakpoint
CREATE TRIGGER audit_sans_troncature BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION refuse_write();
--> statement-breakpoint
CREATE TRIGGER audit_flux_sans_suppression BEFORE DELETE ON audit_flux FOR EACH ROW EXECUTE FUNCTION refuse_write();
--> statement-breakpoint
CREATE TRIGGER audit_flux_sans_troncature BEFORE TRUNCATE ON audit_flux FOR EACH STATEMENT EXECUTE FUNCTION refuse_write();
--> statement-breakpoint
CREATE TRIGGER pointages_ajout_seul BEFORE UPDATE OR DELETE ON pointages FOR EACH ROW EXECUTE FUNCTION refuse_write();
--> statement-breakpoint
CREATE TRIGGER paiements_ajout_seul BEFORE UPDATE OR DELETE ON paiements FOR EACH ROW EXECUTE FUNCTION refuse_write();
--> statement-breakpoint
CREATE TRIGGER factures_sans_troncature BEFORE TRUNCATE ON factures FOR EACH STATEMENT EXECUTE FUNCTION refuse_write();
--> statement-breakpoint
CREATE TRIGGER facture_lignes_sans_troncature BEFORE TRUNCATE ON facture_lignes FOR EACH STATEMENT EXECUTE FUNCTION refuse_write();
--> statement-breakpoint

-- An issued document may only be paid, given its stored PDF once, or cancelled by a credit note.
CREATE FUNCTION facture_figee() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  vivantes CONSTANT text[] := ARRAY['statut', 'paye', 'fichier_id', 'version', 'modifie_le'];
BEGIN
  IF OLD.statut = 'brouillon' THEN
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF TG_OP = 'DELETE'
    OR NEW.statut = 'brouillon'
    OR (OLD.fichier_id IS NOT NULL AND NEW.fichier_id IS DISTINCT FROM OLD.fichier_id)
    OR (to_jsonb(NEW) - vivantes) IS DISTINCT FROM (to_jsonb(OLD) - vivantes)
  THEN
    RAISE EXCEPTION 'an issued invoice cannot be changed or deleted'
      USING ERRCODE = '23514', CONSTRAINT = 'facture_figee';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER facture_figee BEFORE UPDATE OR DELETE ON factures FOR EACH ROW EXECUTE FUNCTION facture_figee();
--> statement-breakpoint

CREATE FUNCTION facture_ligne_figee() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  etat text;
BEGIN
  SELECT statut INTO etat FROM factures WHERE id = CASE TG_OP WHEN 'INSERT' THEN NEW.facture_id ELSE OLD.facture_id END;
  IF etat = 'brouillon' THEN
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF TG_OP = 'UPDATE' AND (to_jsonb(NEW) - 'annulee') = (to_jsonb(OLD) - 'annulee') AND NOT OLD.annulee THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a line of an issued invoice cannot be changed'
    USING ERRCODE = '23514', CONSTRAINT = 'facture_figee';
END $$;
--> statement-breakpoint
CREATE TRIGGER facture_ligne_figee BEFORE INSERT OR UPDATE OR DELETE ON facture_lignes
  FOR EACH ROW EXECUTE FUNCTION facture_ligne_figee();
--> statement-breakpoint
CREATE FUNCTION fichier_fige() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM factures WHERE fichier_id = OLD.id) THEN
    RAISE EXCEPTION 'a stored invoice document cannot be changed or deleted'
      USING ERRCODE = '23514', CONSTRAINT = 'facture_figee';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
--> statement-breakpoint
CREATE TRIGGER fichier_fige BEFORE UPDATE OR DELETE ON fichiers FOR EACH ROW EXECUTE FUNCTION fichier_fige();
--> statement-breakpoint

-- Appends one entry to the log. The caller gives the canonical JSON (RFC 8785) in three parts, around the two
-- values that only the database knows: the previous leaf and the number in the stream. The head row's lock makes
-- the chain of a stream linear; leaf = SHA-256(0x00 || canonical text), as in RFC 6962.
CREATE FUNCTION audit_append(
  p_flux text, p_debut text, p_milieu text, p_fin text, p_uid uuid, p_horodatage timestamptz,
  p_acteur_type text, p_acteur_id integer, p_role text, p_action text, p_objet_type text, p_objet_id text,
  p_resultat text, p_requete text, p_agence_id integer
) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  v_seq bigint;
  v_tete text;
  v_canon text;
  v_feuille text;
  v_id bigint;
BEGIN
  INSERT INTO audit_flux AS f (flux, seq, tete) VALUES (p_flux, 1, repeat('0', 64))
    ON CONFLICT (flux) DO UPDATE SET seq = f.seq + 1
    RETURNING f.seq, f.tete INTO v_seq, v_tete;
  v_canon := p_debut || v_tete || p_milieu || v_seq::text || p_fin;
  v_feuille := encode(sha256('\x00'::bytea || convert_to(v_canon, 'UTF8')), 'hex');
  UPDATE audit_flux SET tete = v_feuille WHERE flux = p_flux;
  INSERT INTO audit (uid, flux, seq, precedent, feuille, canon, horodatage, acteur_type, acteur_id, role, action,
    objet_type, objet_id, resultat, requete, agence_id)
  VALUES (p_uid, p_flux, v_seq, v_tete, v_feuille, v_canon, p_horodatage, p_acteur_type, p_acteur_id, p_role, p_action,
    p_objet_type, p_objet_id, p_resultat, p_requete, p_agence_id)
  RETURNING id INTO v_id;
  RETURN v_id;
END $$;
