import type { Queryable } from "@/db/client";
import { findTarifs, type Tarif, tarifOn } from "@/lib/activites/find-tarif";
import { unknownActivity } from "@/lib/activites/match-activite";
import type { Context } from "@/lib/foundation/context";
import { centsToDecimal } from "@/lib/foundation/money";
import { instantOf, withOffset } from "@/lib/foundation/zoned";
import { loadCandidats } from "./agenda-store";
import { freeSlots } from "./creneaux";
import { findLead } from "./find-lead";
import { daysBetween, journees } from "./journee";
import { type Demande, priceOfMinutes } from "./place-prestation";
import type { Creneaux } from "./schemas";

type Request = Omit<Demande, "debut"> & {
  /** Civil days, both included. */
  du: string;
  au: string;
  /** Only the slot that begins then, as long as it may still be booked. */
  date?: string;
};

/**
 * Free slots for a visit, by day of the agency's calendar, each with the intervenant to propose and the price of that
 * day. A constant number of statements whatever the number of days and people. Throws `unknownActivity` when the
 * agency sells the activity on none of these days.
 */
export async function findCreneaux(db: Queryable, ctx: Context, request: Request): Promise<Creneaux> {
  const { place, activite, dureeMin, intervenantId, du, au } = request;
  const { agence, client, adresse } = place;
  const zone = agence.fuseau;
  const jours = journees(du, daysBetween(du, au) + 1, zone);
  const question = {
    agenceId: agence.id,
    activiteId: activite.id,
    clientId: client.id,
    ids: typeof intervenantId === "number" ? [intervenantId] : undefined,
    exclure: request.exclure,
    span: { debut: jours[0]?.debut ?? 0, fin: jours.at(-1)?.fin ?? 0 },
  };
  const [tarifs, candidats, lead] = await Promise.all([
    findTarifs(db, { agenceId: agence.id, activiteId: activite.id, du, au }),
    loadCandidats(db, question),
    findLead(db, agence.id),
  ]);
  if (tarifs.length === 0) throw await unknownActivity(db, { agenceId: agence.id, jour: du });
  const only = request.date === undefined ? undefined : instantOf(request.date, zone, "date").getTime();
  const plusTot = ctx.now.getTime() + (only === undefined ? lead.offer : lead.booking);
  const results = freeSlots({ jours, dureeMin, lieu: adresse, candidats, plusTot }).flatMap(
    ({ jour, libres: free }) => {
      const libres = only === undefined ? free : free.filter(({ debut }) => debut === only);
      if (libres.length === 0) return [];
      const tarif = tarifOn(tarifs, jour);
      if (!tarif) return [];
      const prix = { prix_ttc: decimalPrice(tarif, dureeMin), devise: agence.devise };
      const creneaux = libres.map(({ debut, fin, candidat, raisons }) => ({
        date: withOffset(new Date(debut), zone),
        fin: withOffset(new Date(fin), zone),
        intervenant: { id: candidat.id, prenom: candidat.prenom },
        raisons,
        ...prix,
      }));
      return [{ jour, creneaux }];
    },
  );
  return { fuseau: zone, results };
}

const decimalPrice = (tarif: Tarif, minutes: number) => centsToDecimal(priceOfMinutes(tarif, minutes));
