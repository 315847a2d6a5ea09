import { command } from "@/lib/foundation/operation";
import { createTache } from "@/lib/foundation/taches";
import { answerTache } from "@/lib/organisation/read-tache";
import { checkRapport } from "./create-rapport";
import { rapportCreate } from "./schemas-rapport";

/**
 * Has a report run by the worker: over two years and many agencies it takes a while. Gives the work to follow; its
 * result names the report (`rapport_id`). Throws `validation` as `checkRapport` does.
 */
export const requestRapport = command({
  name: "rapport.request",
  input: rapportCreate,
  run: async ({ db, input, ctx, scope }) => {
    const { grouperPar } = await checkRapport(db, scope, input);
    const demande = { ...input, grouper_par: grouperPar };
    const id = await createTache(db, ctx, {
      type: `rapport.${input.type}`,
      queue: "rapport.run",
      job: { demande },
      donnees: demande,
    });
    const change = { objet: { type: "rapport", id: "-" }, agenceId: input.agence_id ?? null, data: demande };
    return { change, result: await answerTache(db, ctx, id) };
  },
});
