CREATE TABLE "sessions_fermees" (
	"sid" text PRIMARY KEY NOT NULL,
	"expire_le" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "courriels" ADD COLUMN "cle" text;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "cle" text;--> statement-breakpoint
CREATE INDEX "sessions_fermees_expiration_index" ON "sessions_fermees" USING btree ("expire_le");--> statement-breakpoint
CREATE UNIQUE INDEX "courriels_cle_unique" ON "courriels" USING btree ("cle");--> statement-breakpoint
CREATE UNIQUE INDEX "notifications_cle_unique" ON "notifications" USING btree ("cle");