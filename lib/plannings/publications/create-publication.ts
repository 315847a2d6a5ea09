import { Refused } from "@/lib/foundation/errors";
import { publishEvent, tellOne } from "@/lib/foundation/evenement";
import { command } from "@/lib/foundation/operation";
import { blockingOf, refuseBlocked } from "./blocking";
import { changementsEntre } from "./changements";
import { presentPublication } from "./present";
import { publicationBody } from "./schemas";
import { insertPublication, lastPublication, lockAgence, selectVisites } from "./store";
import { weekOf } from "./week-of";

/**
 * Publishes an agency's week: keeps it as it is now, and tells each client and intervenant for whom something is new or
 * has changed since the last time, once each. No visit changes its state: publishing tells, confirming agrees. Throws
 * `notFound`, `publicationBlocked` with each rule and figure, or `validation` on a week that does not exist.
 */
export const createPublication = command({
  name: "publication.create",
  input: publicationBody,
  run: async ({ db, input, ctx, scope }) => {
    const { semaine } = input;
    const agence = await lockAgence(db, scope, input.agence_id);
    if (!agence) throw new Refused("notFound");
    const { du, span } = weekOf(semaine, agence.fuseau);
    const last = await lastPublication(db, agence.id, semaine);
    const visites = await selectVisites(db, agence.id, span);
    const bloquants = await blockingOf(db, ctx, agence.id, { du, visites });
    if (bloquants.length > 0) throw refuseBlocked(bloquants);
    const { total, clients, intervenants } = changementsEntre(last?.instantane ?? [], visites);
    const file = await insertPublication(db, {
      agenceId: agence.id,
      semaine,
      du,
      numero: (last?.numero ?? 0) + 1,
      visites,
      ...total,
      prevenus: clients.size + intervenants.size,
      publiePar: ctx.actor.id,
      creeLe: ctx.now,
    });
    const fact = { type: "planning.publie" as const, objetId: file.id };
    await publishEvent(db, ctx, fact);
    for (const clientId of clients.keys()) await tellOne(db, ctx, fact, { clientId });
    for (const intervenantId of intervenants.keys()) await tellOne(db, ctx, fact, { intervenantId });
    const { numero, prevenus } = file;
    const objet = { type: "publication", id: file.id, version: 1 };
    return {
      change: { objet, agenceId: agence.id, data: { semaine, numero, ...total, prevenus } },
      result: presentPublication(file),
    };
  },
});
