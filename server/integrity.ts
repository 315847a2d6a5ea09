import { randomUUID } from "node:crypto";
import { closeDatabase, database } from "@/db/client";
import { system } from "@/lib/foundation/context";
import { executeIntegrite } from "@/lib/integrite/execute-integrite";

const WIDTH = 30;
let shown = -1;

/** A bar on a terminal, a line for every tenth elsewhere. */
function show(done: number, total: number): void {
  const percent = Math.floor((100 * done) / Math.max(total, 1));
  if (percent === shown) return;
  const filled = Math.round((WIDTH * percent) / 100);
  if (process.stderr.isTTY)
    process.stderr.write(`\r[${"#".repeat(filled)}${".".repeat(WIDTH - filled)}] ${percent} %`);
  else if (Math.floor(percent / 10) !== Math.floor(shown / 10)) console.error(`${percent} %`);
  shown = percent;
}

/** Checks everything now, names what was altered, and ends with 1 when something was. */
const found = await executeIntegrite(
  {
    actor: system,
    db: database(),
    requestId: randomUUID(),
    now: new Date(),
    locale: "fr",
    tache: { id: 0, progress: async (done, total) => show(done, total), finish: async () => {} },
  },
  {},
);
if (process.stderr.isTTY) process.stderr.write("\n");
console.log(`${found.prestations} visits, ${found.factures} invoices, ${found.entrees} log entries checked.`);
for (const { type, id, faute } of found.anomalies) console.log(`ALTERED ${type} ${id}: ${faute}`);
if (found.total > found.anomalies.length) console.log(`… and ${found.total - found.anomalies.length} more.`);
console.log(found.total === 0 ? "Nothing was altered." : `${found.total} faults.`);
await closeDatabase();
process.exitCode = found.total === 0 ? 0 : 1;
