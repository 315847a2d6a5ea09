import { hasWithdrawn } from "@/lib/foundation/consents";
import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { assertModerable } from "./avis";
import { updateAvisRow } from "./dossier-store";
import { avisModeration } from "./schemas";
import { answerWith, openAvis, tellAvis } from "./write-avis";

/**
 * The agency publishes a review, with an answer if it likes, or refuses it for a reason that its author is told. What
 * was published may be withdrawn, what was refused published after all. Throws `invalidTransition`, or
 * `consentWithdrawn` when its author no longer agrees to its publication.
 */
export const moderateAvis = command({
  name: "avis.moderate",
  input: avisModeration,
  run: async ({ db, input, ctx, scope }) => {
    const row = await openAvis(db, scope, input);
    assertModerable(row.statut, input.decision);
    const isRefused = input.decision === "refuse";
    if (isRefused && input.motif === "")
      throw new Refused("validation", { errors: [{ pointer: "/motif", code: "required" }] });
    if (!isRefused && (await hasWithdrawn(db, "publication_avis", row.clientId)))
      throw new Refused("consentWithdrawn");
    const version = await updateAvisRow(
      db,
      row,
      {
        statut: input.decision,
        motifRefus: isRefused ? input.motif : "",
        reponse: input.reponse ?? row.reponse,
        publieLe: isRefused ? null : ctx.now,
        modereLe: ctx.now,
        moderePar: ctx.actor.id,
      },
      ctx.now,
    );
    await tellAvis(db, ctx, `avis.${input.decision}`, row.id);
    return {
      change: {
        objet: { type: "avis", id: row.id, version },
        agenceId: row.agenceId,
        data: { from: row.statut, to: input.decision, note: row.note, reponse: Boolean(input.reponse) },
      },
      result: await answerWith(db, ctx, scope, row.id),
    };
  },
});
