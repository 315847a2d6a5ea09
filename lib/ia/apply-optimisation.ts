import type { Context } from "@/lib/foundation/context";
import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { createTache, runTache } from "@/lib/foundation/taches";
import { findAgence } from "@/lib/organisation/find-agence";
import { answerTache, readTache } from "@/lib/organisation/read-tache";
import { readPrestation } from "@/lib/prestations/read-prestation";
import { updatePrestation } from "@/lib/prestations/update-prestation";
import { applicationBody, optimisationResult } from "./schemas-optimisation";

export type Choix = { prestation_id: number; intervenant_id: number }[];

/**
 * Has the worker assign what finished work proposes, or a part of it. Gives the work to follow. Throws `notFound` when
 * there is no such finished work of the caller's, `validation` on a visit that it does not speak of.
 */
export const applyOptimisation = command({
  name: "optimisation.apply",
  input: applicationBody,
  run: async ({ db, input, ctx, scope }) => {
    const tache = await readTache(ctx, { id: input.id });
    const found = optimisationResult.safeParse(tache.resultat);
    if (tache.type !== "planning.optimisation" || !found.success) throw new Refused("notFound");
    const { agence_id, propositions } = found.data;
    if (!(await findAgence(db, scope, agence_id))) throw new Refused("notFound");
    const offered = new Map(propositions.map((one) => [one.prestation_id, one.intervenant_id]));
    const asked = input.prestations ?? [...offered.keys()];
    const unknown = asked.findIndex((one) => !offered.has(one));
    if (unknown >= 0)
      throw new Refused("validation", {
        errors: [{ pointer: `/prestations/${unknown}`, code: "invalidChoice" }],
      });
    const choix = [...new Set(asked)].map((one) => ({
      prestation_id: one,
      intervenant_id: offered.get(one) as number,
    }));
    const donnees = { optimisation_id: input.id, prestations: choix.length };
    const id = await createTache(db, ctx, {
      type: "planning.application",
      queue: "optimisation.apply",
      job: { choix },
      donnees,
    });
    const change = { objet: { type: "optimisation", id: input.id }, agenceId: agence_id, data: donnees };
    return { change, result: await answerTache(db, ctx, id) };
  },
});

/**
 * The worker's door: assigns each visit as the person who asked, each by itself with all its rules. One that has
 * somebody by now, or whose rules refuse, is named with the reason and left alone.
 */
export const runApplication = (ctx: Context, job: { tache_id: number; choix: Choix }) =>
  runTache(ctx, job.tache_id, async (as) => {
    const appliquees: number[] = [];
    const refusees: { prestation_id: number; code: string }[] = [];
    for (const [index, { prestation_id: id, intervenant_id }] of job.choix.entries()) {
      await as.tache.progress(index, job.choix.length);
      const code = await assign(as, id, intervenant_id);
      if (code) refusees.push({ prestation_id: id, code });
      else appliquees.push(id);
    }
    return { appliquees, refusees };
  });

/** Why not; null when the visit is theirs now, also when an earlier try gave it to them. */
async function assign(ctx: Context, id: number, intervenantId: number): Promise<string | null> {
  try {
    const { intervenant_id: now, version } = await readPrestation(ctx, { id });
    if (now === intervenantId) return null;
    if (now !== null) return "preconditionFailed";
    await updatePrestation(ctx, { id, version, intervenant_id: intervenantId });
    return null;
  } catch (error) {
    if (error instanceof Refused && error.status < 500) return error.code;
    throw error;
  }
}
