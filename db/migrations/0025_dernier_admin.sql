-- An installation without an active admin can be helped by nobody: the database has the last word, whoever writes and
-- however many at once. Same lock as lockAdmins in lib/organisation/utilisateur-store.ts.
CREATE FUNCTION garde_un_admin() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('utilisateurs.admins', 0));
  IF NOT EXISTS (SELECT 1 FROM utilisateurs WHERE role = 'admin' AND actif) THEN
    RAISE EXCEPTION 'the last active admin cannot be lowered, disabled or deleted'
      USING ERRCODE = '23514', CONSTRAINT = 'utilisateurs_dernier_admin';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER utilisateurs_dernier_admin_change AFTER UPDATE OF role, actif ON utilisateurs FOR EACH ROW
  WHEN (OLD.role = 'admin' AND OLD.actif AND NOT (NEW.role = 'admin' AND NEW.actif)) EXECUTE FUNCTION garde_un_admin();
--> statement-breakpoint
CREATE TRIGGER utilisateurs_dernier_admin_retrait AFTER DELETE ON utilisateurs FOR EACH ROW
  WHEN (OLD.role = 'admin' AND OLD.actif) EXECUTE FUNCTION garde_un_admin();
