import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { findVisite, insertAvis } from "./dossier-store";
import { avisBody } from "./schemas";
import { answerWith, tellAvis } from "./write-avis";

/**
 * A client's review of a visit they have validated; it waits for the agency to read it. Throws `visitNotValidated`, or
 * `reviewExists` for a second one.
 */
export const createAvis = command({
  name: "avis.create",
  input: avisBody,
  run: async ({ db, input, ctx, scope }) => {
    const visite = await findVisite(db, scope, input.prestation_id);
    if (!visite) throw new Refused("notFound");
    if (visite.statut !== "validee" && visite.statut !== "facturee") throw new Refused("visitNotValidated");
    const { agenceId, clientId } = visite;
    const { note, commentaire } = input;
    const dates = { creeLe: ctx.now, modifieLe: ctx.now };
    const values = { agenceId, clientId, prestationId: visite.id, note, commentaire, ...dates };
    const id = await insertAvis(db, values);
    await tellAvis(db, ctx, "avis.depose", id);
    return {
      change: {
        objet: { type: "avis", id, version: 1 },
        agenceId,
        data: { prestation_id: visite.id, client_id: clientId, note },
      },
      result: await answerWith(db, ctx, scope, id),
    };
  },
});
