import { randomUUID } from "node:crypto";
import { BackupBroken } from "@/db/backup/archive";
import { type Restored, restore } from "@/db/backup/restore";
import { closeDatabase, database } from "@/db/client";
import { system } from "@/lib/foundation/context";
import { verifyAll } from "@/lib/integrite/verify-all";
import { replayErasures } from "@/lib/rgpd/ledger/replay-erasures";
import { backupKey } from "./backup-key";
import { databaseUrl } from "./database-url";

/** Fills the empty database of DATABASE_URL from a backup, forgets anew who was erased since, and checks everything. */
const [donnees = "", cles = ""] = process.argv.slice(2);
let restored: Restored;
try {
  restored = await restore(databaseUrl(), backupKey(), { donnees, cles }, (step) => console.log(`• ${step}`));
} catch (error) {
  // What is no fault of ours is told in one sentence.
  console.error(error instanceof BackupBroken ? `REFUSED: ${error.message} Nothing was changed.` : error);
  process.exit(1);
}
const { head, tables, jobsLeftOut } = restored;
const ctx = {
  actor: system,
  db: database(),
  requestId: randomUUID(),
  now: new Date(),
  locale: "fr",
} as const;
console.log("• Forgetting anew who was erased since");
const { rejoues } = await replayErasures(ctx, {});
console.log("• Checking every visit, every invoice and the log");
const found = await verifyAll(ctx, async () => {});
await closeDatabase();
const rows = Object.values(tables).reduce((sum, { rows }) => sum + rows, 0);
console.log(`${rows} rows of ${head.creeLe}; ${rejoues} people erased anew.`);
if (jobsLeftOut) console.log("Waiting jobs were left out: the queue's tables are of another version.");
for (const { type, id, faute } of found.anomalies) console.log(`ALTERED ${type} ${id}: ${faute}`);
console.log(
  found.total === 0
    ? `${found.prestations} visits, ${found.factures} invoices, ${found.entrees} log entries: nothing was altered.`
    : `${found.total} faults, as they were in the backup: run npm run integrity.`,
);
process.exit(0);
