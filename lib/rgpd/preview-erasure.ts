import { Refused, refuseField } from "@/lib/foundation/errors";
import { query } from "@/lib/foundation/operation";
import { byId } from "@/lib/foundation/shapes";
import { withOffset } from "@/lib/foundation/zoned";
import { findConcerned } from "./copy-store";
import { goingNow, staying } from "./erasure";
import { acceptedErasure, countHeld, findClientRow, unsettledVisits } from "./erasure-store";
import { confirmationOf } from "./retention";
import type { ErasurePreview } from "./schemas-erasure";

/**
 * What an erasure would take away now, what would stay until when and by which law, and what has to be settled first.
 * Changes nothing. Throws `notFound` out of reach, `clientErased` once it is done.
 */
export const previewErasure = query({
  name: "rgpd.previewErasure",
  input: byId,
  run: async ({ db, input, scope }): Promise<ErasurePreview> => {
    const person = await findConcerned(db, scope, input.id);
    const client = person && (await findClientRow(db, person.id));
    if (!person || !client) throw new Refused("notFound");
    if (client.effaceLe) throw refuseField("clientErased", "id");
    const [counts, visits, demande] = await Promise.all([
      countHeld(db, client),
      unsettledVisits(db, client.id),
      acceptedErasure(db, client.id),
    ]);
    return {
      client_id: client.id,
      possible: visits.length === 0 && demande !== undefined,
      demande_id: demande?.id ?? null,
      prestations_a_regler: visits.map(({ id, debut, statut }) => ({
        id,
        date: withOffset(debut, person.fuseau),
        statut,
      })),
      maintenant: goingNow(client, counts),
      conserve: staying(counts),
      confirmation: confirmationOf(client.id),
      fuseau: person.fuseau,
    };
  },
  reads: ({ client_id }) => ({ type: "client", id: client_id }),
});
