import { command } from "@/lib/foundation/operation";
import { answerPrestation } from "./answer-prestation";
import { invalidTransition, transitions } from "./prestation";
import { prestationNote } from "./schemas";
import { updatePrestationRow } from "./store";
import { openPrestation } from "./write-prestation";

/** The assigned intervenant's note for the agency. Closed once the visit is cancelled or invoiced. */
export const notePrestation = command({
  name: "prestation.note",
  input: prestationNote,
  run: async ({ db, input, ctx, scope }) => {
    const { prestation } = await openPrestation(db, scope, input.id);
    const { statut } = prestation;
    if (statut === "annulee" || statut === "facturee")
      throw invalidTransition(statut, statut, transitions[statut]);
    const version = await updatePrestationRow(
      db,
      prestation.id,
      { noteIntervenant: input.note_intervenant },
      ctx.now,
    );
    return {
      change: { objet: { type: "prestation", id: prestation.id, version }, agenceId: prestation.agenceId },
      result: await answerPrestation(db, ctx, scope, prestation.id),
    };
  },
});
