import type { Queryable } from "@/db/client";
import { Refused } from "@/lib/foundation/errors";
import { query } from "@/lib/foundation/operation";
import type { Scope } from "@/lib/foundation/policy";
import { civilDay, instantOf } from "@/lib/foundation/zoned";
import { loadCandidats } from "./agenda-store";
import { namesOf } from "./candidats-store";
import { distanceKm } from "./creneaux";
import { overlaps } from "./journee";
import { findActivite, findPlace } from "./place-prestation";
import { minutesBetween } from "./present";
import { brokenRules, type Candidat, type Placement } from "./regles";
import { type CandidatShape, candidatList } from "./schemas-candidat";
import { findPrestation } from "./store";

const NEAR_KM = 5;
const order = { libre: 0, avertissement: 1, bloque: 2 };

/**
 * The agency's intervenants who have the skill, each with what would stand against the visit at that time, the best
 * proposal first: free, then those who came before, then the nearest.
 */
export const listCandidats = query({
  name: "candidat.list",
  input: candidatList,
  run: async ({ db, input, scope }) => {
    const wanted = await wantedOf(db, scope, input);
    const place = await findPlace(db, scope, wanted.clientId, wanted.adresseId);
    const { agence } = place;
    const adresse = wanted.lieu ?? place.adresse;
    const debut = instantOf(input.date, agence.fuseau, "date");
    const jour = civilDay(debut, agence.fuseau);
    const activite = await findActivite(db, wanted.type, { agenceId: agence.id, jour });
    const visit: Placement = {
      debut: debut.getTime(),
      fin: debut.getTime() + wanted.dureeMin * 60_000,
      zone: agence.fuseau,
      codePostal: adresse.codePostal,
      dureeMaxMin: activite.dureeMaxMin,
    };
    const [candidats, names] = await Promise.all([
      loadCandidats(db, {
        agenceId: agence.id,
        activiteId: activite.id,
        clientId: place.client.id,
        span: visit,
        exclure: input.prestation_id,
      }),
      namesOf(db, agence.id),
    ]);
    const results = candidats.map((one) => presentCandidat(one, visit, adresse, names.get(one.id) ?? ""));
    return { results: results.sort(best) };
  },
});

type Input = {
  prestation_id?: number;
  client_id?: number;
  type?: string;
  duree?: number;
  adresse_id?: number;
};

async function wantedOf(db: Queryable, scope: Scope, input: Input) {
  if (input.prestation_id !== undefined) {
    const file = await findPrestation(db, scope, input.prestation_id);
    if (!file) throw new Refused("notFound");
    const { prestation } = file;
    const planned = minutesBetween(prestation.debut, prestation.fin);
    return {
      clientId: prestation.clientId,
      adresseId: input.adresse_id,
      lieu: input.adresse_id === undefined ? file.adresse : undefined,
      type: input.type ?? file.activite.code,
      dureeMin: input.duree === undefined ? planned : Math.round(input.duree * 60),
    };
  }
  const { client_id: clientId, type, duree } = input;
  const missing = (["client_id", "type", "duree"] as const).filter((name) => input[name] === undefined);
  if (clientId === undefined || type === undefined || duree === undefined)
    throw new Refused("validation", {
      errors: missing.map((name) => ({ pointer: `/${name}`, code: "required" as const })),
    });
  return { clientId, adresseId: input.adresse_id, lieu: undefined, type, dureeMin: Math.round(duree * 60) };
}

function presentCandidat(
  candidat: Candidat,
  visit: Placement,
  lieu: { latitude: number | null; longitude: number | null },
  nom: string,
): CandidatShape {
  const broken = brokenRules(visit, candidat);
  const isTaken = candidat.visites.some((other) => overlaps(other, visit));
  const km = distanceKm(candidat, lieu);
  const isBlocked = isTaken || broken.some(({ severity }) => severity === "block");
  return {
    id: candidat.id,
    prenom: candidat.prenom,
    nom,
    accueil: isBlocked ? "bloque" : broken.length > 0 ? "avertissement" : "libre",
    regles: [...(isTaken ? ["slotTaken"] : []), ...broken.map(({ code }) => code)],
    raisons: [
      ...(candidat.connu > 0 ? (["dejaVenu"] as const) : []),
      ...(km !== null && km <= NEAR_KM ? (["proche"] as const) : []),
      ...(isBlocked ? [] : (["disponible"] as const)),
    ],
    distance_km: km === null ? null : Math.round(km * 10) / 10,
    visites_client: candidat.connu,
  };
}

function best(a: CandidatShape, b: CandidatShape): number {
  const far = ({ distance_km: km }: CandidatShape) => km ?? Number.MAX_VALUE;
  return (
    order[a.accueil] - order[b.accueil] ||
    b.visites_client - a.visites_client ||
    far(a) - far(b) ||
    a.id - b.id
  );
}
