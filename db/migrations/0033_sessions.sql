CREATE TABLE "sessions" (
	"sid" text PRIMARY KEY NOT NULL,
	"utilisateur_id" integer NOT NULL,
	"type" text NOT NULL,
	"origine" text NOT NULL,
	"vu_le" timestamp (3) with time zone NOT NULL,
	"expire_le" timestamp (3) with time zone NOT NULL,
	"cree_le" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_utilisateur_id_utilisateurs_id_fk" FOREIGN KEY ("utilisateur_id") REFERENCES "public"."utilisateurs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sessions_utilisateur_index" ON "sessions" USING btree ("utilisateur_id","expire_le");--> statement-breakpoint
CREATE INDEX "sessions_expiration_index" ON "sessions" USING btree ("expire_le");