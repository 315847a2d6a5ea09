import type { Queryable } from "@/db/client";
import type { ActiviteRow } from "@/lib/activites/match-activite";
import { Refused } from "@/lib/foundation/errors";
import type { Scope } from "@/lib/foundation/policy";
import { civilDay, instantOf } from "@/lib/foundation/zoned";
import { type Adresse, loadCandidats } from "./agenda-store";
import { findActivite, findPlace, type Place } from "./place-prestation";
import { minutesBetween } from "./present";
import type { Candidat, Placement } from "./regles";
import { findPrestation } from "./store";

type Input = {
  date?: string;
  prestation_id?: number;
  client_id?: number;
  type?: string;
  duree?: number;
  adresse_id?: number;
};

/** A visit that somebody is wanted for. */
export type Besoin = { place: Place; adresse: Adresse; activite: ActiviteRow; visit: Placement };

/**
 * The visit that a question is about: one already planned (`prestation_id`), of which the other fields may say
 * otherwise, or one to be. Throws `validation` on what is missing, `notFound`, `clientUnknown`, `unknownActivity`.
 */
export async function findBesoin(db: Queryable, scope: Scope, input: Input): Promise<Besoin> {
  const wanted = await wantedOf(db, scope, input);
  const place = await findPlace(db, scope, wanted.clientId, wanted.adresseId);
  const { agence } = place;
  const adresse = wanted.lieu ?? place.adresse;
  const debut = typeof wanted.date === "string" ? instantOf(wanted.date, agence.fuseau, "date") : wanted.date;
  const jour = civilDay(debut, agence.fuseau);
  const activite = await findActivite(db, wanted.type, { agenceId: agence.id, jour });
  const visit: Placement = {
    debut: debut.getTime(),
    fin: debut.getTime() + wanted.dureeMin * 60_000,
    zone: agence.fuseau,
    codePostal: adresse.codePostal,
    dureeMaxMin: activite.dureeMaxMin,
  };
  return { place, adresse, activite, visit };
}

/** These intervenants, or all who have the skill, with all that the rules ask of them for the visit. */
export function findCandidats(
  db: Queryable,
  { place, activite, visit }: Besoin,
  who: { ids?: readonly number[]; exclure?: number },
): Promise<Candidat[]> {
  return loadCandidats(db, {
    agenceId: place.agence.id,
    activiteId: activite.id,
    clientId: place.client.id,
    span: visit,
    ...who,
  });
}

async function wantedOf(db: Queryable, scope: Scope, input: Input) {
  if (input.prestation_id !== undefined) {
    const file = await findPrestation(db, scope, input.prestation_id);
    if (!file) throw new Refused("notFound");
    const { prestation } = file;
    const planned = minutesBetween(prestation.debut, prestation.fin);
    return {
      date: input.date ?? prestation.debut,
      clientId: prestation.clientId,
      adresseId: input.adresse_id,
      lieu: input.adresse_id === undefined ? file.adresse : undefined,
      type: input.type ?? file.activite.code,
      dureeMin: input.duree === undefined ? planned : Math.round(input.duree * 60),
    };
  }
  const { client_id: clientId, type, date, duree } = input;
  const required = ["client_id", "type", "date", "duree"] as const;
  if (clientId === undefined || type === undefined || date === undefined || duree === undefined)
    throw new Refused("validation", {
      errors: required
        .filter((name) => input[name] === undefined)
        .map((name) => ({ pointer: `/${name}`, code: "required" as const })),
    });
  return {
    date,
    clientId,
    adresseId: input.adresse_id,
    lieu: undefined,
    type,
    dureeMin: Math.round(duree * 60),
  };
}
