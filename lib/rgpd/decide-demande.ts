import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { assertTransition } from "./demande";
import { updateDemande } from "./demande-store";
import { demandeDecision } from "./schemas";
import { answerWith, openDemande, tellDemande } from "./write-demande";

/**
 * Takes a request on, accepts it, refuses it for a reason, or closes what was accepted once it is done. The person is
 * told of the answer. Throws `invalidTransition` with the states that are possible.
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
    const version = await updateDemande(
      db,
      demande,
      {
        statut: decision,
        motifRefus: isRefused ? motif : "",
        reponse: input.reponse ?? demande.reponse,
        decidePar: ctx.actor.id,
        decideLe: decision === "en_cours" ? null : (demande.decideLe ?? ctx.now),
        closeLe: isRefused || decision === "close" ? ctx.now : null,
      },
      ctx.now,
    );
    // The last message that can reach someone who is erased says what will happen.
    const isErasure = demande.type === "effacement" && decision === "acceptee";
    if (decision !== "en_cours") await tellDemande(db, ctx, isErasure ? "effacement" : decision, demande.id);
    return {
      change: {
        objet: { type: "rgpd", id: demande.id, version },
        agenceId: demande.agenceId,
        data: { type: demande.type, from: demande.statut, to: decision },
      },
      result: await answerWith(db, ctx, scope, demande.id),
    };
  },
});
