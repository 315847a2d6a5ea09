import { and, eq, inArray, sql } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import type { QueueName } from "@/db/queues";
import { tacheFichiers, taches } from "@/db/schema/suivi";
import { opened, toOpen } from "@/db/vault/open";
import { sealRows } from "@/db/vault/seal";
import { accountById } from "./actor";
import type { Context, RunningTache } from "./context";
import { Refused, refusalOf } from "./errors";
import { enqueue, type JobData } from "./jobs";

/** Queues whose jobs belong to a `taches` row. */
export type TacheQueue = {
  [N in QueueName]: JobData[N] extends { tache_id: number } ? N : never;
}[QueueName];

/** An unserved file is forgotten after this. */
const FILE_KEPT_MS = 24 * 3_600_000;
/** Nobody reads progress faster than this. */
const STEP_MS = 300;

type NewTache<N extends TacheQueue> = {
  /** What a person would call the work, e.g. `import.client`; a key of messages `taches.types`. */
  type: string;
  queue: N;
  job: Omit<JobData[N], "tache_id">;
  /** What was asked, for the reader: ids, codes and civil values. */
  donnees?: Record<string, unknown>;
  fichier?: { nom: string; type: string; contenu: Uint8Array };
};

/**
 * Long work that the caller waits for: its row, its file and its job, in the caller's transaction. Answer 202 with
 * `Location: /taches/{id}/`. The queue's handler calls `runTache`.
 */
export async function createTache<N extends TacheQueue>(
  tx: Tx,
  ctx: Context,
  { type, queue, job, donnees = {}, fichier }: NewTache<N>,
): Promise<number> {
  const asked = { type, donnees, demandePar: ctx.actor.id, langue: ctx.locale };
  const rows = await tx
    .insert(taches)
    .values({ ...asked, creeLe: ctx.now, modifieLe: ctx.now })
    .returning({ id: taches.id });
  const { id } = rows[0] as { id: number };
  const expireLe = new Date(ctx.now.getTime() + FILE_KEPT_MS);
  const files = fichier ? [{ ...fichier, tacheId: id, expireLe, creeLe: ctx.now }] : [];
  if (fichier) await tx.insert(tacheFichiers).values(await sealRows(tx, tacheFichiers, files));
  await enqueue(tx, queue, { ...job, tache_id: id } as unknown as JobData[N]);
  return id;
}

/**
 * Does the work of a row that waits (or that an earlier try left running), as the person who asked for it, with their
 * rights of now. `work` ends it with `ctx.tache.finish` inside its transaction, or returns the result. A refusal fails
 * it for good, its `extra` kept as the result; anything else is thrown for the queue to try again, and fails it when
 * that was the last try. Safe to run twice: what has ended is left alone, and of two at once only one can finish.
 */
export async function runTache(
  ctx: Context,
  id: number,
  work: (ctx: Context & { tache: RunningTache }) => Promise<unknown>,
): Promise<void> {
  const row = await begin(ctx, id);
  if (!row) return;
  try {
    const account = row.demandePar === null ? null : await accountById(ctx.db, row.demandePar);
    if (row.demandePar !== null && !account) throw new Refused("forbidden");
    const actor = account?.actor ?? ctx.actor;
    const tache = running(ctx, id);
    const result = await work({ ...ctx, actor, locale: row.langue, tache });
    if (!tache.ended()) await ctx.db.transaction((tx) => tache.finish(tx, result ?? null));
  } catch (thrown) {
    const error = refusalOf(thrown);
    if (!(error instanceof Refused) || error.status >= 500) {
      // The file stays for an admin's replay, until it expires.
      if (ctx.lastAttempt) await fail(ctx.db, id, "internal", null);
      throw thrown;
    }
    if (error.code === "taskCancelled") return;
    await ctx.db.transaction(async (tx) => {
      await fail(tx, id, error.code, error.details.extra ?? null);
      await dropFichier(tx, id);
    });
  }
}

async function begin(ctx: Context, id: number) {
  const rows = await ctx.db
    .update(taches)
    .set({
      statut: "en_cours",
      progression: 0,
      commenceeLe: sql`coalesce(${taches.commenceeLe}, ${ctx.now.toISOString()}::timestamptz)`,
      modifieLe: ctx.now,
    })
    .where(open(id))
    .returning({ demandePar: taches.demandePar, langue: taches.langue });
  return rows[0];
}

const open = (id: number) => and(eq(taches.id, id), inArray(taches.statut, ["en_attente", "en_cours"]));

function running(ctx: Context, id: number): RunningTache & { ended: () => boolean } {
  let said = 0;
  let ended = false;
  return {
    id,
    ended: () => ended,
    // Outside the work's own transaction, so that others see it before that one commits.
    progress: async (done, total) => {
      if (Date.now() - said < STEP_MS && done < total) return;
      said = Date.now();
      const progression = Math.min(99, Math.floor((100 * done) / Math.max(total, 1)));
      const rows = await ctx.db
        .update(taches)
        .set({ progression, modifieLe: new Date() })
        .where(and(eq(taches.id, id), eq(taches.statut, "en_cours")))
        .returning({ id: taches.id });
      if (rows.length === 0) throw new Refused("taskCancelled");
    },
    finish: async (tx, resultat) => {
      const termineeLe = new Date();
      const rows = await tx
        .update(taches)
        .set({ statut: "terminee", progression: 100, resultat, termineeLe, modifieLe: termineeLe })
        .where(and(eq(taches.id, id), eq(taches.statut, "en_cours")))
        .returning({ id: taches.id });
      // Cancelled meanwhile, or finished by another worker: this one's effect goes with its transaction.
      if (rows.length === 0) throw new Refused("taskCancelled");
      await dropFichier(tx, id);
      ended = true;
    },
  };
}

async function fail(db: Queryable, id: number, erreur: string, resultat: unknown): Promise<void> {
  const termineeLe = new Date();
  await db
    .update(taches)
    .set({ statut: "echouee", erreur, resultat, termineeLe, modifieLe: termineeLe })
    .where(open(id));
}

/** The file that came with the work; undefined once it has served. */
export async function readFichier(
  db: Queryable,
  id: number,
): Promise<{ nom: string; type: string; contenu: Uint8Array } | undefined> {
  const { nom, type, contenu } = tacheFichiers;
  const query = db.select({ nom, type, contenu: toOpen(contenu) }).from(tacheFichiers);
  const rows = await opened(db, query.where(eq(tacheFichiers.tacheId, id)));
  return rows[0];
}

/** Forgets the file of a work. */
export async function dropFichier(tx: Queryable, id: number): Promise<void> {
  await tx.delete(tacheFichiers).where(eq(tacheFichiers.tacheId, id));
}

/** Failed work waits again, as if it had never begun; what ended otherwise is left as it is. */
export async function reopenTaches(tx: Queryable, ids: number[], now: Date): Promise<void> {
  await tx
    .update(taches)
    .set({
      statut: "en_attente",
      progression: 0,
      erreur: null,
      resultat: null,
      commenceeLe: null,
      termineeLe: null,
      modifieLe: now,
    })
    .where(and(inArray(taches.id, ids), eq(taches.statut, "echouee")));
}
