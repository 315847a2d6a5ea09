import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { updateAvisRow } from "./dossier-store";
import { avisPatch } from "./schemas";
import { answerWith, openAvis } from "./write-avis";

/** The author changes a review that nobody has moderated yet. Throws `reviewModerated` afterwards. */
export const updateAvis = command({
  name: "avis.update",
  input: avisPatch,
  run: async ({ db, input, ctx, scope }) => {
    const row = await openAvis(db, scope, input);
    if (row.statut !== "en_attente") throw new Refused("reviewModerated");
    const { note = row.note, commentaire = row.commentaire } = input;
    const version = await updateAvisRow(db, row, { note, commentaire }, ctx.now);
    return {
      change: {
        objet: { type: "avis", id: row.id, version },
        agenceId: row.agenceId,
        data: { note_avant: row.note, note, commentaire: commentaire !== row.commentaire },
      },
      result: await answerWith(db, ctx, scope, row.id),
    };
  },
});
