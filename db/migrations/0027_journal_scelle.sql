CREATE TABLE "audit_points" (
	"taille" bigint PRIMARY KEY NOT NULL,
	"texte" text NOT NULL,
	"sommets" "bytea" NOT NULL,
	"plancher" bigint NOT NULL,
	"vu_id" bigint NOT NULL,
	"vu_avant" bigint NOT NULL,
	"scelle_le" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "audit_points_taille_positive" CHECK (taille > 0)
);
--> statement-breakpoint
CREATE TABLE "audit_scelles" (
	"rang" bigint PRIMARY KEY NOT NULL,
	"entree_id" bigint NOT NULL,
	"flux" text NOT NULL,
	"seq" bigint NOT NULL,
	"feuille" "bytea" NOT NULL,
	CONSTRAINT "audit_scelles_rang_positif" CHECK (rang >= 0),
	CONSTRAINT "audit_scelles_feuille_entiere" CHECK (octet_length(feuille) = 32)
);
--> statement-breakpoint
CREATE UNIQUE INDEX "audit_scelles_entree_unique" ON "audit_scelles" USING btree ("entree_id");--> statement-breakpoint
CREATE UNIQUE INDEX "audit_scelles_flux_unique" ON "audit_scelles" USING btree ("flux","seq");
--> statement-breakpoint
CREATE TRIGGER audit_scelles_ajout_seul BEFORE UPDATE OR DELETE ON audit_scelles FOR EACH ROW EXECUTE FUNCTION refuse_write();
--> statement-breakpoint
CREATE TRIGGER audit_scelles_sans_troncature BEFORE TRUNCATE ON audit_scelles FOR EACH STATEMENT EXECUTE FUNCTION refuse_write();
--> statement-breakpoint
CREATE TRIGGER audit_points_ajout_seul BEFORE UPDATE OR DELETE ON audit_points FOR EACH ROW EXECUTE FUNCTION refuse_write();
--> statement-breakpoint
CREATE TRIGGER audit_points_sans_troncature BEFORE TRUNCATE ON audit_points FOR EACH STATEMENT EXECUTE FUNCTION refuse_write();
