import { randomUUID } from "node:crypto";
import { closeDatabase, database } from "@/db/client";
import { system } from "@/lib/foundation/context";
import { createFirstAdminLink } from "@/lib/organisation/create-first-admin-link";

/** Prints the one-time link that creates the first admin; nothing when there is one. */
const context = {
  actor: system,
  db: database(),
  requestId: randomUUID(),
  now: new Date(),
  locale: "fr",
} as const;
const { lien } = await createFirstAdminLink(context, {});
if (lien) console.log(lien);
await closeDatabase();
