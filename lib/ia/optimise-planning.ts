import type { Context } from "@/lib/foundation/context";
import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { runTache } from "@/lib/foundation/taches";
import { daySpan, mondayOf } from "@/lib/foundation/zoned";
import { findAgence } from "@/lib/organisation/find-agence";
import { findBesoin } from "@/lib/prestations/find-besoin";
import { prestationsBetween } from "@/lib/prestations/find-prestations";
import type { VisiteLieu } from "@/lib/prestations/travail/load-travail";
import { judge, visiteOf } from "./judge";
import { ruleWords } from "./phrases";
import { reasonsOf } from "./reasons";
import { type OptimisationBody, type OptimisationResult, optimisationBody } from "./schemas-optimisation";
import { modele, type Note } from "./score";

/** Visits looked at in one run; a week with more unassigned ones is run again once these are settled. */
const MOST = 300;

/**
 * Looks for somebody for each visit to come of the week that has nobody, in order of time: the best by the score of
 * `/ia/modeles/`, among those whom no rule forbids, each proposal counting for those after it. Greedy: it takes the best
 * at each step and goes back on none. Throws `notFound`.
 */
export const optimisePlanning = command({
  name: "optimisation.execute",
  input: optimisationBody,
  run: async ({ db, input: { agence_id, semaine }, ctx, scope }) => {
    const agence = await findAgence(db, scope, agence_id);
    const du = mondayOf(semaine);
    if (!agence || !du) throw new Refused("notFound");
    const week = daySpan(du, 7, agence.fuseau);
    const debut = new Date(Math.max(week.start.getTime(), ctx.now.getTime()));
    const span = { debut, fin: week.end };
    const visits =
      span.debut < span.fin ? await prestationsBetween(db, ctx, span, { agenceId: agence.id }) : [];
    const open = visits.filter(isOpen).slice(0, MOST);
    const tentative = new Map<number, VisiteLieu[]>();
    const propositions: OptimisationResult["propositions"] = [];
    const sans_solution: OptimisationResult["sans_solution"] = [];
    for (const [index, { id }] of open.entries()) {
      await ctx.tache?.progress(index, open.length);
      const besoin = await findBesoin(db, scope, { prestation_id: id });
      const { proposed, aside } = await judge(db, besoin, { exclure: id, tentative });
      const [best] = proposed;
      if (best) {
        tentative.set(best.id, [...(tentative.get(best.id) ?? []), visiteOf(id, besoin)]);
        propositions.push(propositionOf(id, best, ctx));
      } else {
        const raison = ruleWords(ctx.locale, aside[0]?.codes[0] ?? "skillMissing");
        sans_solution.push({ prestation_id: id, raison });
      }
    }
    const km = propositions.reduce((sum, one) => sum + (one.km ?? 0), 0);
    const left = sans_solution.length;
    const resultat: OptimisationResult = {
      agence_id: agence.id,
      semaine,
      modele,
      avant: { sans_intervenant: open.length },
      apres: { sans_intervenant: left, km: Math.round(km * 10) / 10 },
      propositions,
      sans_solution,
    };
    await ctx.tache?.finish(db, resultat);
    const data = { semaine, proposees: propositions.length, sans_solution: left };
    return {
      change: { objet: { type: "optimisation", id: ctx.tache?.id ?? "-" }, agenceId: agence.id, data },
      result: resultat,
    };
  },
});

/** The worker's door: as the person who asked, with their rights of now. */
export const runOptimisation = (ctx: Context, job: { tache_id: number; demande: OptimisationBody }) =>
  runTache(ctx, job.tache_id, (as) => optimisePlanning(as, job.demande));

const isOpen = (visit: { intervenant_id: number | null; statut: string }) =>
  visit.intervenant_id === null && ["planifiee", "confirmee"].includes(visit.statut);

function propositionOf(prestationId: number, note: Note, ctx: Context) {
  const { id, score, facteurs } = note;
  const km = facteurs.find(({ code }) => code === "trajet")?.mesure ?? null;
  const raisons = reasonsOf(note, ctx.locale);
  return { prestation_id: prestationId, intervenant_id: id, score, km, raisons };
}
