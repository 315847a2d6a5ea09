CREATE TABLE "plugins" (
	"nom" text PRIMARY KEY NOT NULL,
	"empreinte" text NOT NULL,
	"evenements" text[] NOT NULL,
	"actif" boolean NOT NULL,
	"derniere_erreur" text,
	"derniere_erreur_le" timestamp (3) with time zone,
	"modifie_le" timestamp (3) with time zone DEFAULT now() NOT NULL
);
