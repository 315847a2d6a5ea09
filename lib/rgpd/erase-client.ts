import { Refused, refuseField } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { goingNow, staying } from "./erasure";
import { acceptedErasure, closeRequest, countHeld, lockClient, unsettledVisits } from "./erasure-store";
import { forgetClient } from "./forget-client";
import { confirmationOf } from "./retention";
import { erasureBody } from "./schemas-erasure";

/**
 * Erases a client for good (GDPR art. 17): identity, contacts, addresses, notes, words, mail and account go now;
 * invoices, payments and sent quotes stay as the law demands, in what was frozen when they were issued. Only after a
 * request was accepted, and once every visit is invoiced or cancelled. Throws `erasureNotAccepted`, `visitsUnsettled`
 * with those visits, `clientErased`, or `validation` when what was typed does not name this client.
 */
export const eraseClient = command({
  name: "rgpd.eraseClient",
  sealed: true,
  input: erasureBody,
  run: async ({ db, input, ctx, scope }) => {
    const client = await lockClient(db, scope, input.id);
    if (!client) throw new Refused("notFound");
    const { id, agenceId } = client;
    if (client.effaceLe) throw refuseField("clientErased", "id");
    if (input.confirmation !== confirmationOf(id))
      throw new Refused("validation", { errors: [{ pointer: "/confirmation", code: "invalidChoice" }] });
    const demande = await acceptedErasure(db, id);
    if (!demande) throw new Refused("erasureNotAccepted");
    const visits = await unsettledVisits(db, id);
    if (visits.length > 0)
      throw new Refused("visitsUnsettled", {
        params: { visits: visits.map((visit) => visit.id).join(", ") },
        extra: { prestations: visits.map((visit) => visit.id) },
      });
    const counts = await countHeld(db, client);
    const maintenant = goingNow(client, counts);
    const conserve = staying(counts);
    await closeRequest(db, demande.id, ctx.actor.id, ctx.now);
    await forgetClient(db, client, { motif: "demande", demandeId: demande.id, now: ctx.now });
    const numbers = Object.fromEntries(maintenant.map(({ quoi, nombre }) => [quoi, nombre]));
    const kept = Object.fromEntries(conserve.map(({ quoi, nombre }) => [quoi, nombre]));
    return {
      change: [
        {
          objet: { type: "client", id, version: client.version + 1 },
          agenceId,
          data: { demande_id: demande.id, efface: numbers, conserve: kept },
        },
        {
          objet: { type: "rgpd", id: demande.id, version: demande.version + 1 },
          agenceId,
          data: { type: demande.type, from: demande.statut, to: "close" },
        },
      ],
      result: {
        client_id: id,
        efface_le: ctx.now.toISOString(),
        demande_id: demande.id,
        maintenant,
        conserve,
      },
    };
  },
});
