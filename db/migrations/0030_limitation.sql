-- Nothing new is planned or offered for an erased client, nor for one whose file is restricted (GDPR art. 18) while the
-- accepted request stands. The visits of a series agreed before go on: nobody loses their help by asking for a check.
CREATE OR REPLACE FUNCTION client_efface() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  efface timestamptz;
BEGIN
  SELECT efface_le INTO efface FROM clients WHERE id = NEW.client_id FOR KEY SHARE;
  IF efface IS NOT NULL THEN
    RAISE EXCEPTION 'the client was erased' USING ERRCODE = '23514', CONSTRAINT = 'client_efface';
  END IF;
  IF to_jsonb(NEW) ->> 'serie_id' IS NULL AND EXISTS (
    SELECT 1 FROM demandes_rgpd d
    WHERE d.client_id = NEW.client_id AND d.type = 'limitation' AND d.statut = 'acceptee') THEN
    RAISE EXCEPTION 'the file of the client is restricted' USING ERRCODE = '23514', CONSTRAINT = 'client_limite';
  END IF;
  RETURN NEW;
END $$;
