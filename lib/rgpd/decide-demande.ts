import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { assertTransition } from "./demande";
import { updateDemande } from "./demande-store";
import { applyRectification } from "./rectification/apply-rectification";
import type { Rectification } from "./rectification/schemas";
import { demandeDecision } from "./schemas";
import { answerWith, openDemande, tellDemande } from "./write-demande";

/**
 * Takes a request on, accepts it, refuses it for a reason, or closes what was accepted once it is done. The person is
 * told of the answer. Accepting a rectification that lists its changes makes them in the person's file, in this very
 * transaction, and closes it. Throws `invalidTransition` with the states that are possible.
 */
export const decideDemande = command({
  name: "rgpd.decide",
  input: demandeDecision,
  run: async ({ db, input, ctx, scope }) => {
    const { demande } = await openDemande(db, scope, input);
    const { decision, motif } = input;
    assertTransition(demande.statut, decision);
    const isRefused = decision === "refusee";
    if (isRefused && motif === "")
      throw new Refused("validation", { errors: [{ pointer: "/motif", code: "required" }] });
    const changements = demande.changements as Rectification | null;
    const done =
      decision === "acceptee" && changements
        ? await applyRectification(db, ctx, scope, { ...demande, changements })
        : undefined;
    const statut = done ? "close" : decision;
    const version = await updateDemande(
      db,
      demande,
      {
        statut,
        ...(done && { changements: done.changements }),
        motifRefus: isRefused ? motif : "",
        reponse: input.reponse ?? demande.reponse,
        decidePar: ctx.actor.id,
        decideLe: decision === "en_cours" ? null : (demande.decideLe ?? ctx.now),
        closeLe: isRefused || statut === "close" ? ctx.now : null,
      },
      ctx.now,
    );
    // The last message that can reach someone who is erased says what will happen.
    const isErasure = demande.type === "effacement" && decision === "acceptee";
    const said = done ? "rectifiee" : isErasure ? "effacement" : decision;
    if (decision !== "en_cours") await tellDemande(db, ctx, said, demande.id);
    return {
      change: [
        ...(done?.lignes ?? []),
        {
          objet: { type: "rgpd", id: demande.id, version },
          agenceId: demande.agenceId,
          data: { type: demande.type, from: demande.statut, to: statut },
        },
      ],
      result: await answerWith(db, ctx, scope, demande.id),
    };
  },
});
