import { createHash, randomUUID } from "node:crypto";
import postgres from "postgres";
import { type Head, type Part, writeArchive } from "./archive";
import { type Counted, type End, jobsTable, sequencesOf, stateOf, type Table, tablesOf } from "./contents";

/** Rows are put together until a part is about this long. */
const PART_BYTES = 1024 * 1024;
const NEWLINE = 0x0a;

export type Backup = { head: Head; tables: Counted; bytes: number };

/**
 * Writes the database as it is at one moment into two archives: everything but people's keys, and those. Others go on
 * working. `progress`: tables done, of how many.
 */
export async function backUp(
  url: string,
  key: Buffer,
  paths: { donnees: string; cles: string },
  progress: (done: number, total: number) => void = () => {},
  now = new Date(),
): Promise<Backup> {
  const pool = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await pool.begin("isolation level repeatable read read only", async (tx) => {
      const sql = tx as unknown as postgres.Sql;
      const common = {
        version: 1 as const,
        id: randomUUID(),
        creeLe: now.toISOString(),
        ...(await stateOf(sql)),
      };
      const head: Head = { ...common, kind: "donnees" };
      const [tables, keys, jobs] = [
        await tablesOf(sql, "public"),
        await tablesOf(sql, "coffre"),
        await jobsTable(sql),
      ];
      const all = jobs ? [...tables, jobs] : tables;
      let done = 0;
      const step = () => progress(++done, all.length + keys.length);
      const counted: Counted = {};
      const ends = await sequencesOf(sql);
      let bytes = await writeArchive(paths.donnees, key, head, partsOf(sql, all, ends, counted, step));
      const cles: Head = { ...common, kind: "cles" };
      bytes += await writeArchive(paths.cles, key, cles, partsOf(sql, keys, [], counted, step));
      return { head, tables: counted, bytes };
    });
  } finally {
    await pool.end({ timeout: 5 });
  }
}

async function* partsOf(
  sql: postgres.Sql,
  tables: readonly Table[],
  sequences: End["sequences"],
  counted: Counted,
  step: () => void,
): AsyncGenerator<Part> {
  const own: Counted = {};
  for (const table of tables) {
    yield { kind: "H", bytes: Buffer.from(JSON.stringify({ name: table.name, columns: table.columns })) };
    const hash = createHash("sha256");
    let rows = 0;
    for await (const bytes of rowsOf(sql, table)) {
      hash.update(bytes);
      rows += newlinesIn(bytes);
      yield { kind: "R", bytes };
    }
    own[table.name] = { rows, sha256: hash.digest("hex") };
    step();
  }
  Object.assign(counted, own);
  yield { kind: "F", bytes: Buffer.from(JSON.stringify({ tables: own, sequences } satisfies End)) };
}

/** A table's rows as COPY writes them, in pieces of about one part. */
async function* rowsOf(sql: postgres.Sql, { name, columns, where = "" }: Table): AsyncGenerator<Buffer> {
  const list = columns.join(", ");
  const stream = await sql.unsafe(`copy (select ${list} from ${name} ${where}) to stdout`).readable();
  let kept: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    kept.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    if (size < PART_BYTES) continue;
    yield Buffer.concat(kept);
    kept = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(kept);
}

export function newlinesIn(bytes: Buffer): number {
  let n = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) n += 1;
  return n;
}
