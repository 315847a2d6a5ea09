import { randomUUID } from "node:crypto";
import { closeDatabase, database } from "@/db/client";
import { system } from "@/lib/foundation/context";
import { createFirstAdminLink } from "@/lib/organisation/create-first-admin-link";

const now = new Date();
const ctx = { actor: system, db: database(), requestId: randomUUID(), now, locale: "fr" as const };
const { lien } = await createFirstAdminLink(ctx, {});
if (lien) console.log(lien);
await closeDatabase();
