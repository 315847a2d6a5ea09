import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { createTache } from "@/lib/foundation/taches";
import { mondayOf } from "@/lib/foundation/zoned";
import { findAgence } from "@/lib/organisation/find-agence";
import { answerTache } from "@/lib/organisation/read-tache";
import { optimisationBody } from "./schemas-optimisation";

/**
 * Has the worker look for an intervenant for each visit of a week that has none. Gives the work to follow; its result
 * is a proposal, nothing is assigned. Throws `notFound`, or `validation` on a week that does not exist.
 */
export const requestOptimisation = command({
  name: "optimisation.create",
  input: optimisationBody,
  run: async ({ db, input, ctx, scope }) => {
    if (!mondayOf(input.semaine))
      throw new Refused("validation", { errors: [{ pointer: "/semaine", code: "invalidDate" }] });
    if (!(await findAgence(db, scope, input.agence_id))) throw new Refused("notFound");
    const id = await createTache(db, ctx, {
      type: "planning.optimisation",
      queue: "optimisation.run",
      job: { demande: input },
      donnees: input,
    });
    const change = { objet: { type: "optimisation", id }, agenceId: input.agence_id, data: input };
    return { change, result: await answerTache(db, ctx, id) };
  },
});
