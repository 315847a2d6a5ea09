import { query } from "@/lib/foundation/operation";
import type { Locale } from "@/lib/i18n/locales";
import { namesOf } from "./candidats-store";
import { distanceKm } from "./creneaux";
import { type Besoin, findBesoin, findCandidats } from "./find-besoin";
import { overlaps } from "./journee";
import { brokenRules, type Candidat, isWorkRule } from "./regles";
import { type CandidatShape, candidatList } from "./schemas-candidat";
import type { Constat } from "./travail/controle";
import { constatsFor } from "./travail/enforce-travail";
import { constatWords } from "./travail/words";

const NEAR_KM = 5;
const order = { libre: 0, avertissement: 1, bloque: 2 };

/**
 * The agency's intervenants who have the skill, each with what would stand against the visit at that time, the best
 * proposal first: free, then those who came before, then the nearest.
 */
export const listCandidats = query({
  name: "candidat.list",
  input: candidatList,
  run: async ({ db, input, ctx, scope }) => {
    const besoin = await findBesoin(db, scope, input);
    const { place, adresse, visit } = besoin;
    const [candidats, names] = await Promise.all([
      findCandidats(db, besoin, { exclure: input.prestation_id }),
      namesOf(db, place.agence.id),
    ]);
    const { id: adresseId, latitude, longitude } = adresse;
    const ids = candidats.map(({ id }) => id);
    const lieu = { adresseId, latitude, longitude };
    const wanted = { debut: visit.debut, fin: visit.fin, exclure: input.prestation_id, lieu };
    const work = await constatsFor(db, place.agence, ids, wanted);
    const results = candidats.map((one) =>
      presentCandidat(one, besoin, names.get(one.id) ?? "", present(work.get(one.id) ?? [], ctx.locale)),
    );
    return { results: results.sort(best) };
  },
});

const present = (constats: readonly Constat[], locale: Locale): CandidatShape["constats"] =>
  constats.map((one) => ({
    regle: one.code,
    severite: one.severite,
    phrase: constatWords(locale, one),
    mesure: one.mesure,
    limite: one.limite,
    unite: one.unite,
    article: one.article,
    derogation_possible: one.derogeable,
  }));

function presentCandidat(
  candidat: Candidat,
  { visit, adresse }: Besoin,
  nom: string,
  constats: CandidatShape["constats"],
): CandidatShape {
  const broken = brokenRules(visit, candidat).filter(({ code }) => !isWorkRule(code));
  const isTaken = candidat.visites.some((other) => overlaps(other, visit));
  const km = distanceKm(candidat, adresse);
  const blocks = constats.filter(({ severite }) => severite === "block");
  const isBlocked =
    isTaken ||
    broken.some(({ severity }) => severity === "block") ||
    blocks.some(({ derogation_possible }) => !derogation_possible);
  const needsReason = broken.length > 0 || blocks.length > 0;
  return {
    id: candidat.id,
    prenom: candidat.prenom,
    nom,
    accueil: isBlocked ? "bloque" : needsReason ? "avertissement" : "libre",
    regles: [
      ...(isTaken ? ["slotTaken"] : []),
      ...broken.map(({ code }) => code),
      ...new Set(constats.map(({ regle }) => regle)),
    ],
    constats,
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
