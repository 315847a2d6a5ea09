CREATE TABLE "audit_elagages" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_elagages_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"texte" text NOT NULL,
	"rangs" "int8multirange" NOT NULL,
	"elague_le" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "audit_elagages_rangs_index" ON "audit_elagages" USING gist ("rangs");--> statement-breakpoint
-- What the law has kept ten years.
CREATE FUNCTION journal_comptable(flux text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT split_part(flux, ':', 1) IN ('facture', 'avoir', 'paiement')
$$;
--> statement-breakpoint
CREATE TRIGGER audit_elagages_ajout_seul BEFORE UPDATE OR DELETE ON audit_elagages FOR EACH ROW EXECUTE FUNCTION refuse_write();
--> statement-breakpoint
CREATE TRIGGER audit_elagages_sans_troncature BEFORE TRUNCATE ON audit_elagages FOR EACH STATEMENT EXECUTE FUNCTION refuse_write();
--> statement-breakpoint
-- An entry is never changed. It goes only once it is sealed as it stands, old enough, and named by a record of pruning.
CREATE FUNCTION audit_fige() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' AND OLD.flux NOT LIKE 'conservation:journal%'
    AND OLD.horodatage < now() - (CASE WHEN journal_comptable(OLD.flux) THEN interval '10 years' ELSE interval '365 days' END)
    AND EXISTS (SELECT FROM audit_scelles s JOIN audit_elagages e ON e.rangs @> s.rang
      WHERE s.entree_id = OLD.id AND encode(s.feuille, 'hex') = OLD.feuille) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP
    USING ERRCODE = '23514', CONSTRAINT = TG_TABLE_NAME || '_ajout_seul';
END $$;
--> statement-breakpoint
DROP TRIGGER audit_ajout_seul ON audit;
--> statement-breakpoint
CREATE TRIGGER audit_ajout_seul BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION audit_fige();
--> statement-breakpoint
-- The only door: the signed record and the removal, both or neither.
CREATE FUNCTION elaguer_journal(p_rangs bigint[], p_texte text) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  v_nombre integer;
BEGIN
  INSERT INTO audit_elagages (texte, rangs, elague_le)
    SELECT p_texte, range_agg(int8range(r, r, '[]')), now() FROM unnest(p_rangs) r;
  DELETE FROM audit a USING audit_scelles s WHERE s.rang = ANY (p_rangs) AND a.id = s.entree_id;
  GET DIAGNOSTICS v_nombre = ROW_COUNT;
  IF v_nombre <> cardinality(p_rangs) THEN
    RAISE EXCEPTION 'pruned % entries where the record names %', v_nombre, cardinality(p_rangs)
      USING ERRCODE = '23514', CONSTRAINT = 'audit_elagages_exact';
  END IF;
  RETURN v_nombre;
END $$;
