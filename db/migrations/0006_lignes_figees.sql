-- A line may not be moved into an issued invoice either: both the invoice it leaves and the one it joins must be drafts.
CREATE OR REPLACE FUNCTION facture_ligne_figee() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  figee boolean;
BEGIN
  SELECT EXISTS (
    SELECT 1 FROM factures
    WHERE statut <> 'brouillon'
      AND id IN (CASE WHEN TG_OP <> 'INSERT' THEN OLD.facture_id END, CASE WHEN TG_OP <> 'DELETE' THEN NEW.facture_id END)
  ) INTO figee;
  IF NOT figee THEN
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF TG_OP = 'UPDATE' AND (to_jsonb(NEW) - 'annulee') = (to_jsonb(OLD) - 'annulee') AND NOT OLD.annulee THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a line of an issued invoice cannot be changed'
    USING ERRCODE = '23514', CONSTRAINT = 'facture_figee';
END $$;
