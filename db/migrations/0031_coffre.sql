CREATE SCHEMA "coffre";
--> statement-breakpoint
CREATE TABLE "coffre"."cles" (
	"sujet_type" text NOT NULL,
	"sujet_id" integer NOT NULL,
	"finalite" text NOT NULL,
	"enveloppe" text,
	"detruite_le" timestamp (3) with time zone,
	"cree_le" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "cles_sujet_type_sujet_id_finalite_pk" PRIMARY KEY("sujet_type","sujet_id","finalite"),
	CONSTRAINT "cles_detruite_ou_entiere" CHECK ((enveloppe is null) = (detruite_le is not null))
);
--> statement-breakpoint
ALTER TABLE "adresses" DROP CONSTRAINT "adresses_latitude_borne";--> statement-breakpoint
ALTER TABLE "adresses" DROP CONSTRAINT "adresses_longitude_borne";--> statement-breakpoint
ALTER TABLE "utilisateurs" DROP CONSTRAINT "utilisateurs_email_minuscule";--> statement-breakpoint
DROP INDEX "clients_agence_nom_index";--> statement-breakpoint
DROP INDEX "intervenants_agence_nom_index";--> statement-breakpoint
DROP INDEX "clients_recherche_index";--> statement-breakpoint
DROP INDEX "intervenants_recherche_index";--> statement-breakpoint
DROP INDEX "utilisateurs_email_unique";--> statement-breakpoint
ALTER TABLE "adresses" ALTER COLUMN "latitude" SET DATA TYPE text;--> statement-breakpoint
ALTER TABLE "adresses" ALTER COLUMN "longitude" SET DATA TYPE text;--> statement-breakpoint
ALTER TABLE "clients" ALTER COLUMN "naissance" SET DATA TYPE text;--> statement-breakpoint
ALTER TABLE "clients" ALTER COLUMN "recherche" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "clients" ALTER COLUMN "recherche" SET DATA TYPE text[] USING '{}';--> statement-breakpoint
ALTER TABLE "clients" ALTER COLUMN "recherche" SET DEFAULT '{}';--> statement-breakpoint
ALTER TABLE "devis" ALTER COLUMN "instantane" SET DATA TYPE text USING instantane::text;--> statement-breakpoint
ALTER TABLE "factures" ALTER COLUMN "instantane" SET DATA TYPE text USING instantane::text;--> statement-breakpoint
ALTER TABLE "fichiers" ALTER COLUMN "contenu" SET DATA TYPE text USING encode(contenu, 'base64');--> statement-breakpoint
ALTER TABLE "intervenants" ALTER COLUMN "latitude" SET DATA TYPE text;--> statement-breakpoint
ALTER TABLE "intervenants" ALTER COLUMN "longitude" SET DATA TYPE text;--> statement-breakpoint
ALTER TABLE "intervenants" ALTER COLUMN "recherche" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "intervenants" ALTER COLUMN "recherche" SET DATA TYPE text[] USING '{}';--> statement-breakpoint
ALTER TABLE "intervenants" ALTER COLUMN "recherche" SET DEFAULT '{}';--> statement-breakpoint
ALTER TABLE "pointages" ALTER COLUMN "latitude" SET DATA TYPE text;--> statement-breakpoint
ALTER TABLE "pointages" ALTER COLUMN "longitude" SET DATA TYPE text;--> statement-breakpoint
ALTER TABLE "tache_fichiers" ALTER COLUMN "contenu" SET DATA TYPE text USING encode(contenu, 'base64');--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "email_empreinte" text;--> statement-breakpoint
ALTER TABLE "intervenants" ADD COLUMN "email_empreinte" text;--> statement-breakpoint
ALTER TABLE "courriels" ADD COLUMN "destinataire_empreinte" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "utilisateurs" ADD COLUMN "email_empreinte" text;--> statement-breakpoint
-- Until what an earlier version wrote is sealed (vault/guard.ts), right after.
UPDATE "utilisateurs" SET "email_empreinte" = 'clair:' || "email";--> statement-breakpoint
ALTER TABLE "utilisateurs" ALTER COLUMN "email_empreinte" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "utilisateurs" ADD COLUMN "recherche" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
CREATE INDEX "clients_agence_index" ON "clients" USING btree ("agence_id","id");--> statement-breakpoint
CREATE INDEX "clients_email_index" ON "clients" USING btree ("email_empreinte");--> statement-breakpoint
CREATE INDEX "intervenants_agence_index" ON "intervenants" USING btree ("agence_id","id");--> statement-breakpoint
CREATE INDEX "courriels_destinataire_index" ON "courriels" USING btree ("destinataire_empreinte");--> statement-breakpoint
CREATE INDEX "clients_recherche_index" ON "clients" USING gin ("recherche");--> statement-breakpoint
CREATE INDEX "intervenants_recherche_index" ON "intervenants" USING gin ("recherche");--> statement-breakpoint
CREATE UNIQUE INDEX "utilisateurs_email_unique" ON "utilisateurs" USING btree ("email_empreinte");