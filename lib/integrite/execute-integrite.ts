import type { Context } from "@/lib/foundation/context";
import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { runTache } from "@/lib/foundation/taches";
import { findExecution, insertExecution, updateExecution } from "./execution-store";
import { executionInput } from "./schemas";
import { verifyAll } from "./verify-all";

/** Checks everything and keeps what was found with the run. Safe to run again: the same run is written anew. */
export const executeIntegrite = command({
  name: "integrite.execute",
  input: executionInput,
  // Before the transaction that writes: the checks read in a snapshot of their own, and may take minutes.
  prepare: async ({ input, ctx }) => {
    const asked = input.execution_id;
    if (asked !== undefined && !(await findExecution(ctx.db, asked))) throw new Refused("notFound");
    return verifyAll(ctx, async (done, total) => ctx.tache?.progress(done, total));
  },
  run: async ({ db, input, ctx, prepared: found }) => {
    const id = input.execution_id ?? (await insertExecution(db, { lancePar: ctx.actor.id, creeLe: ctx.now }));
    await updateExecution(db, id, { ...found, statut: "terminee", termineeLe: ctx.now });
    const { anomalies: _named, ...counts } = found;
    const data = { ...counts, intact: found.total === 0 };
    await ctx.tache?.finish(db, { execution_id: id, ...data });
    return { change: { objet: { type: "integrite", id }, data }, result: { ...found, id } };
  },
});

/** The worker's door: as the person who asked, with their rights of now. */
export const runIntegrite = (ctx: Context, job: { tache_id: number }): Promise<void> =>
  runTache(ctx, job.tache_id, (as) => executeIntegrite(as, job));
