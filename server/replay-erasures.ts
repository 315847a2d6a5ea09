import { randomUUID } from "node:crypto";
import { closeDatabase, database } from "@/db/client";
import { system } from "@/lib/foundation/context";
import { replayErasures } from "@/lib/rgpd/ledger/replay-erasures";

/** Forgets anew whom the ledger outside the database knows as erased and the database does not. */
const ctx = {
  actor: system,
  db: database(),
  requestId: randomUUID(),
  now: new Date(),
  locale: "fr",
} as const;
const { lus, rejoues, inscrits } = await replayErasures(ctx, {});
if (inscrits > 0 || process.argv.includes("--verbose"))
  console.log(
    `${lus} erasures in the ledger, ${inscrits} unknown to the database, ${rejoues} people erased anew.`,
  );
await closeDatabase();
process.exit(0);
