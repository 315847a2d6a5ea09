/**
 * What the application may do, as SQL that is safe to run again. It works as `dihya_app`, which can add to the log
 * (through audit_append) and read it, and nothing else; the owner of the tables only migrates.
 */
export const grants = `
DO $$ BEGIN
  CREATE ROLE dihya_app NOLOGIN;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
GRANT dihya_app TO CURRENT_USER;
GRANT USAGE ON SCHEMA public, drizzle, pgboss, coffre TO dihya_app;
GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA coffre TO dihya_app;
GRANT SELECT ON ALL TABLES IN SCHEMA public, drizzle TO dihya_app;
GRANT INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO dihya_app;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO dihya_app;
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON audit, audit_flux FROM dihya_app;
REVOKE UPDATE, TRUNCATE ON consentements FROM dihya_app;
REVOKE UPDATE, DELETE, TRUNCATE ON paiements, pointages, incident_etapes, effacements, regles_travail FROM dihya_app;
REVOKE UPDATE, DELETE, TRUNCATE ON audit_scelles, audit_points FROM dihya_app;
GRANT ALL ON ALL TABLES IN SCHEMA pgboss TO dihya_app;
GRANT ALL ON ALL SEQUENCES IN SCHEMA pgboss TO dihya_app;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pgboss TO dihya_app;
REVOKE ALL ON FUNCTION audit_append FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit_append TO dihya_app;
REVOKE ALL ON FUNCTION oublier_lieux FROM PUBLIC;
GRANT EXECUTE ON FUNCTION oublier_lieux TO dihya_app;
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON audit_elagages FROM dihya_app;
REVOKE ALL ON FUNCTION elaguer_journal FROM PUBLIC;
GRANT EXECUTE ON FUNCTION elaguer_journal TO dihya_app;
`;
