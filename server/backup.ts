import { chmodSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { backUp } from "@/db/backup/back-up";
import { backupKey } from "./backup-key";
import { databaseUrl } from "./database-url";

/** Writes data and keys into `<folder>`; of the keys only the newest copy stays, or the erased would come back. */
const folder = resolve(process.argv[2] ?? join(process.env.DIHYA_HOME ?? ".dihya", "sauvegardes"));
mkdirSync(folder, { recursive: true, mode: 0o700 });
chmodSync(folder, 0o700);
const now = new Date();
const name = join(folder, `dihya-${now.toISOString().replace(/[:.]/g, "-")}`);
const paths = { donnees: `${name}.donnees`, cles: `${name}.cles` };
let shown = -1;
const { tables, bytes } = await backUp(
  databaseUrl(),
  backupKey(),
  paths,
  (done, total) => {
    const tenth = Math.floor((10 * done) / total);
    if (tenth !== shown) console.error(`${10 * tenth} %`);
    shown = tenth;
  },
  now,
);
const older = readdirSync(folder).filter((one) => one.endsWith(".cles") && join(folder, one) !== paths.cles);
for (const one of older) rmSync(join(folder, one));
const rows = Object.values(tables).reduce((sum, { rows }) => sum + rows, 0);
console.log(`${rows} rows of ${Object.keys(tables).length} tables, ${Math.ceil(bytes / 1024)} kB:`);
console.log(`  ${paths.donnees}\n  ${paths.cles}`);
if (older.length > 0) console.log(`  ${older.length} older copies of the keys were removed.`);
console.log("Keep secrets.json, kek.json and effacements.ndjson elsewhere: nothing opens without them.");
process.exit(0);
