import { command } from "@/lib/foundation/operation";
import { assertModerable } from "./avis";
import { updateAvisRow } from "./dossier-store";
import { avisReponse } from "./schemas";
import { answerWith, openAvis, tellAvis } from "./write-avis";

/**
 * The agency's answer, shown with the review: at once when it is published, with it otherwise. Throws
 * `invalidTransition` for a refused review, which nobody reads.
 */
export const answerAvis = command({
  name: "avis.answer",
  input: avisReponse,
  run: async ({ db, input, ctx, scope }) => {
    const row = await openAvis(db, scope, input);
    if (row.statut === "refuse") assertModerable(row.statut, "refuse");
    const version = await updateAvisRow(db, row, { reponse: input.reponse }, ctx.now);
    const isNews = row.statut === "publie" && input.reponse !== "" && input.reponse !== row.reponse;
    if (isNews) await tellAvis(db, ctx, "avis.repondu", row.id);
    return {
      change: {
        objet: { type: "avis", id: row.id, version },
        agenceId: row.agenceId,
        data: { statut: row.statut, reponse: input.reponse !== "" },
      },
      result: await answerWith(db, ctx, scope, row.id),
    };
  },
});
