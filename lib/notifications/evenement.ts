import type { Gabarit } from "@/lib/organisation/courriel/gabarit";

export type Public = "client" | "intervenant" | "equipe";
/** `courriel`: sent besides the notice. `soi`: told even when they did it themselves, as a receipt. */
type Annonce = { courriel?: Gabarit; soi?: boolean };

/** Who is told of what. An event that is not here tells nobody. */
export const annonces: Readonly<Record<string, Partial<Record<Public, Annonce>>>> = {
  "reservation.demandee": {
    client: { courriel: "reservationReceived", soi: true },
    equipe: { courriel: "newRequest" },
  },
  "reservation.acceptee": { client: { courriel: "reservationAccepted" }, intervenant: {} },
  "reservation.refusee": { client: { courriel: "reservationRefused" } },
  "reservation.annulee": {
    client: { courriel: "reservationCancelled" },
    equipe: { courriel: "requestCancelled" },
    intervenant: {},
  },
  "reservation.expiree": { client: { courriel: "reservationExpired" }, equipe: {} },
  "prestation.creee": { client: {}, intervenant: {} },
  "prestation.modifiee": { client: {}, intervenant: {} },
  "prestation.deplacee": { client: { courriel: "visitMoved" }, equipe: {}, intervenant: {} },
  "prestation.annulee": {
    client: { courriel: "visitCancelled" },
    equipe: { courriel: "requestCancelled" },
    intervenant: {},
  },
  "prestation.commencee": { client: {} },
  "prestation.realisee": { client: { courriel: "visitToValidate" } },
  "prestation.validee": { intervenant: {} },
  "facture.emise": { client: { courriel: "invoiceIssued" } },
};

/** `restored`: the visit of a request not granted stands where it was before. */
type Ids = { prestationId?: number; reservationId?: number; factureId?: number; restored?: boolean };

/** The page where a reader sees what happened, below the language. */
export function pageFor(reader: Public, type: string, ids: Ids): string {
  if (reader === "intervenant") return ids.prestationId ? `/terrain/visites/${ids.prestationId}` : "/terrain";
  if (reader === "equipe") return type === "reservation.demandee" ? "/gestion/demandes" : "/gestion/planning";
  if (ids.factureId) return `/espace/factures/${ids.factureId}`;
  const lost = type === "reservation.refusee" || type === "reservation.expiree";
  if (lost && !ids.restored) return "/espace/reserver";
  return ids.prestationId ? `/espace/visites/${ids.prestationId}` : "/espace/visites";
}
