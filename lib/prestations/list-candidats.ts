import { query } from "@/lib/foundation/operation";
import { namesOf } from "./candidats-store";
import { distanceKm } from "./creneaux";
import { findBesoin, findCandidats } from "./find-besoin";
import { overlaps } from "./journee";
import { brokenRules, type Candidat, type Placement } from "./regles";
import { type CandidatShape, candidatList } from "./schemas-candidat";

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
    const besoin = await findBesoin(db, scope, input);
    const { place, adresse, visit } = besoin;
    const [candidats, names] = await Promise.all([
      findCandidats(db, besoin, { exclure: input.prestation_id }),
      namesOf(db, place.agence.id),
    ]);
    const results = candidats.map((one) => presentCandidat(one, visit, adresse, names.get(one.id) ?? ""));
    return { results: results.sort(best) };
  },
});

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
