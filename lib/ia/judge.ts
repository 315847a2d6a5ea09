import type { Queryable } from "@/db/client";
import { civilDay, daySpan, isoWeek, mondayOf } from "@/lib/foundation/zoned";
import { distanceKm } from "@/lib/prestations/creneaux";
import { type Besoin, findCandidats } from "@/lib/prestations/find-besoin";
import { overlaps, type Span } from "@/lib/prestations/journee";
import { brokenRules, type Candidat, isWorkRule, minutesOf } from "@/lib/prestations/regles";
import { constatsFor } from "@/lib/prestations/travail/enforce-travail";
import type { VisiteLieu } from "@/lib/prestations/travail/load-travail";
import { type Faits, type Note, rankFaits } from "./score";
import { type Personne, selectPersonnes } from "./store";

/** Everyone of the agency held against one need: who could go, best first, and who cannot, nearest to it first. */
export type Jugement = { proposed: Note[]; aside: { candidat: Candidat; codes: string[] }[] };

/** `exclure`: the visit that changes. `tentative`: visits that each is meant to get besides, by intervenant. */
type Given = { exclure?: number; tentative?: ReadonlyMap<number, readonly VisiteLieu[]> };

/** Of those who could go, so many are proposed; their working time is looked at from the best on, in portions. */
const WANTED = 5;
const PORTION = 20;

/**
 * Judges an agency's intervenants for a visit, by the very rules that decide when it is given to one of them: whoever is
 * proposed may be accepted. Of many who are free, those that rank behind the first five found are not looked at.
 */
export async function judge(db: Queryable, besoin: Besoin, given: Given): Promise<Jugement> {
  const { exclure, tentative } = given;
  const { place, visit } = besoin;
  const monday = mondayOf(isoWeek(civilDay(new Date(visit.debut), visit.zone))) as string;
  const semaine = daySpan(monday, 7, visit.zone);
  const people = await selectPersonnes(db, { agenceId: place.agence.id, semaine, exclure });
  const found = await findCandidats(db, besoin, { ids: [...people.keys()], exclure });
  const judged = found.map((one) => {
    const more = tentative?.get(one.id) ?? [];
    const candidat = { ...one, visites: [...one.visites, ...more].sort((a, b) => a.debut - b.debut) };
    return { candidat, codes: codesOf(candidat, besoin), more };
  });
  const faits = judged
    .filter(({ codes }) => codes.length === 0)
    .map(({ candidat, more }) => faitsOf(candidat, people.get(candidat.id) as Personne, besoin, more));
  const ranked = rankFaits(faits);
  const work = await workOf(db, besoin, ranked, given);
  const barred = judged.map((one) => ({
    ...one,
    codes: [...one.codes, ...(work.get(one.candidat.id) ?? [])],
  }));
  return {
    proposed: ranked.filter(({ id }) => work.get(id)?.length === 0),
    aside: barred.filter(({ codes }) => codes.length > 0).sort(nearest),
  };
}

/** Working-time rules that forbid the visit to each of those looked at, best first, until enough may go. */
async function workOf(
  db: Queryable,
  { place, adresse, visit }: Besoin,
  ranked: readonly Note[],
  { exclure, tentative }: Given,
): Promise<Map<number, string[]>> {
  const { id: adresseId, latitude, longitude } = adresse;
  const lieu = { adresseId, latitude, longitude };
  const wanted = { debut: visit.debut, fin: visit.fin, exclure, lieu, avec: tentative };
  const out = new Map<number, string[]>();
  let free = 0;
  for (let at = 0; at < ranked.length && free < WANTED; at += PORTION) {
    const ids = ranked.slice(at, at + PORTION).map(({ id }) => id);
    for (const [id, constats] of await constatsFor(db, place.agence, ids, wanted)) {
      const codes = constats.filter(({ severite }) => severite === "block").map(({ code }) => code as string);
      out.set(id, [...new Set(codes)]);
      if (codes.length === 0) free += 1;
    }
  }
  return out;
}

/** What stands against somebody but working time: a visit at that time, then every rule, warnings included. */
function codesOf(candidat: Candidat, { visit }: Besoin): string[] {
  const isTaken = candidat.visites.some((other) => overlaps(other, visit));
  const broken = brokenRules(visit, candidat)
    .map(({ code }) => code as string)
    .filter((code) => !isWorkRule(code));
  // Without the skill, nothing else matters.
  if (broken.includes("skillMissing")) return ["skillMissing", ...broken.filter((c) => c !== "skillMissing")];
  return isTaken ? ["slotTaken", ...broken] : broken;
}

/** The visit as one that somebody is meant to get. */
export function visiteOf(id: number, { visit, adresse }: Besoin): VisiteLieu {
  const { debut, fin } = visit;
  return { id, debut, fin, adresseId: adresse.id, latitude: adresse.latitude, longitude: adresse.longitude };
}

function faitsOf(
  candidat: Candidat,
  person: Personne,
  { place, adresse, visit }: Besoin,
  more: readonly Span[],
): Faits {
  const planned = more.reduce((sum, one) => sum + minutesOf(one), person.minutesSemaine);
  return {
    id: candidat.id,
    visites: candidat.connu,
    km: distanceKm(candidat, adresse),
    minutesSemaine: planned + minutesOf(visit),
    contratMinutes: person.contratMinutes,
    parleLangue: person.langues.includes(place.client.langue),
    moyenne: person.moyenne,
    avis: person.avis,
  };
}

type Judged = { candidat: Candidat; codes: string[] };

/** Those with the skill first, then those against whom least stands: a planner may still free them. */
function nearest(a: Judged, b: Judged): number {
  return (
    Number(b.candidat.competent) - Number(a.candidat.competent) ||
    a.codes.length - b.codes.length ||
    a.candidat.id - b.candidat.id
  );
}
