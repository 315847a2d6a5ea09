import { desc, sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { auditPoints } from "@/db/schema/journal";
import { logKey, signCheckpoint } from "./checkpoint";
import { addLeaf, emptyTree, packTops, rootOf, unpackTops } from "./tree";

/** Any number, the same everywhere: one seals, the others wait. */
const SEAL_LOCK = 4_217_002;
/** Entries under one checkpoint at most. */
const MOST_SEALED = 1000;

/** Seals in transactions of its own all that is committed; how many entries. */
export async function sealLog(db: Db, now: Date): Promise<number> {
  let sealed = 0;
  for (;;) {
    const count = await db.transaction((tx) => sealNext(tx, now));
    sealed += count;
    if (count < MOST_SEALED) return sealed;
  }
}

/**
 * Seals within the caller's transaction what it wrote and all that others committed: the checkpoint exists exactly when
 * the change does. The lock is held until the end of the transaction, so this comes last in it.
 */
export async function sealWithin(tx: Tx, now: Date): Promise<void> {
  while ((await sealNext(tx, now)) === MOST_SEALED);
}

type Point = typeof auditPoints.$inferSelect;
type Leaf = { rang: string; entree_id: string; feuille: Uint8Array };
type Snapshot = { id: string; xmin: string; xmax: string };

/** Gives the next entries their rank in the tree (RFC 6962) and signs one checkpoint over all; how many entries. */
async function sealNext(tx: Tx, now: Date): Promise<number> {
  await tx.execute(sql`select pg_advisory_xact_lock(${SEAL_LOCK})`);
  const last = (await tx.select().from(auditPoints).orderBy(desc(auditPoints.taille)).limit(1))[0];
  const tree = last ? unpackTops(last.taille, last.sommets) : emptyTree();
  // Read before the entries: what has settled by now is visible to the statement that looks for them.
  const moment = await snapshot(tx);
  const leaves = await rank(tx, tree.size, last?.plancher ?? 0);
  if (leaves.length === 0) return 0;
  for (const { feuille } of leaves) addLeaf(tree, Buffer.from(feuille));
  const reached = leaves.length < MOST_SEALED ? Number.MAX_SAFE_INTEGER : Number(leaves.at(-1)?.entree_id);
  await tx.insert(auditPoints).values({
    taille: tree.size,
    texte: signCheckpoint(logKey(), { size: tree.size, root: rootOf(tree) }),
    sommets: packTops(tree),
    ...nextFloor(last, moment, reached),
    scelleLe: now,
  });
  return leaves.length;
}

async function snapshot(tx: Tx): Promise<Snapshot> {
  const rows = await tx.execute<Snapshot>(sql`
    select coalesce(max(id), 0)::text as id, pg_snapshot_xmin(pg_current_snapshot())::text as xmin,
      pg_snapshot_xmax(pg_current_snapshot())::text as xmax from audit`);
  return rows[0] as Snapshot;
}

async function rank(tx: Tx, size: number, plancher: number): Promise<Leaf[]> {
  const rows = await tx.execute<Leaf>(sql`
    insert into audit_scelles (rang, entree_id, flux, seq, feuille)
    select ${size}::bigint + row_number() over (order by n.id) - 1, n.id, n.flux, n.seq, decode(n.feuille, 'hex')
    from (select a.id, a.flux, a.seq, a.feuille from audit a
      where a.id > ${plancher}::bigint and not exists (
        select 1 from audit_scelles s where s.entree_id > ${plancher}::bigint and s.entree_id = a.id)
      order by a.id limit ${MOST_SEALED}) n
    returning rang, entree_id, feuille`);
  return [...rows].sort((a, b) => Number(a.rang) - Number(b.rang));
}

/**
 * The id up to which every entry is sealed or will never be. Ids are given out before commits, so a smaller one may come
 * late — until every transaction that had begun when an id was seen is over. `reached`: up to where this batch went.
 */
function nextFloor(
  last: Point | undefined,
  { id, xmin, xmax }: Snapshot,
  reached: number,
): Pick<Point, "plancher" | "vuId" | "vuAvant"> {
  const now = { vuId: Number(id), vuAvant: Number(xmax) };
  if (!last) return { plancher: 0, ...now };
  // A transaction number from before a restore may be ahead of this server's; then all of them are over.
  const settled = Number(xmin) >= last.vuAvant || Number(xmax) < last.vuAvant;
  if (!settled) return { plancher: last.plancher, vuId: last.vuId, vuAvant: last.vuAvant };
  return { plancher: Math.max(last.plancher, Math.min(last.vuId, reached)), ...now };
}
