-- The head of a stream is written once for each entry, not twice: it is locked and read first, then written with the
-- new leaf. Same lock, same order, same chain as before.
CREATE OR REPLACE FUNCTION audit_append(
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
  LOOP
    SELECT f.seq, f.tete INTO v_seq, v_tete FROM audit_flux f WHERE f.flux = p_flux FOR UPDATE;
    v_seq := coalesce(v_seq, 0) + 1;
    v_tete := coalesce(v_tete, repeat('0', 64));
    v_canon := p_debut || v_tete || p_milieu || v_seq::text || p_fin;
    v_feuille := encode(sha256('\x00'::bytea || convert_to(v_canon, 'UTF8')), 'hex');
    IF v_seq > 1 THEN
      UPDATE audit_flux SET seq = v_seq, tete = v_feuille WHERE flux = p_flux;
      EXIT;
    END IF;
    -- Somebody else may begin the same stream at this moment: then theirs is the first entry, and this one follows.
    INSERT INTO audit_flux (flux, seq, tete) VALUES (p_flux, 1, v_feuille) ON CONFLICT (flux) DO NOTHING;
    EXIT WHEN FOUND;
  END LOOP;
  INSERT INTO audit (uid, flux, seq, precedent, feuille, canon, horodatage, acteur_type, acteur_id, role, action,
    objet_type, objet_id, resultat, requete, agence_id)
  VALUES (p_uid, p_flux, v_seq, v_tete, v_feuille, v_canon, p_horodatage, p_acteur_type, p_acteur_id, p_role, p_action,
    p_objet_type, p_objet_id, p_resultat, p_requete, p_agence_id)
  RETURNING id INTO v_id;
  RETURN v_id;
END $$;
