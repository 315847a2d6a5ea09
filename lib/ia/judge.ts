import type { Queryable } from "@/db/client";
import { civilDay, daySpan, isoWeek, mondayOf } from "@/lib/foundation/zoned";
import { distanceKm } from "@/lib/prestations/creneaux";
import { type Besoin, findCandidats } from "@/lib/prestations/find-besoin";
import { overlaps, type Span } from "@/lib/prestations/journee";
import { brokenRules, type Candidat, minutesOf } from "@/lib/prestations/regles";
import { type Faits, type Note, rankFaits } from "./score";
import { type Personne, selectPersonnes } from "./store";

/** Everyone of the agency held against one need: who could go, best first, and who cannot, nearest to it first. */
export type Jugement = { proposed: Note[]; aside: { candidat: Candidat; codes: string[] }[] };

/**
 * Judges an agency's intervenants for a visit. `exclure`: the visit that changes. `tentative`: visits that each is
 * meant to get besides, by intervenant, as when a whole week is being looked at.
 */
export async function judge(
  db: Queryable,
  besoin: Besoin,
  { exclure, tentative = new Map() }: { exclure?: number; tentative?: ReadonlyMap<number, Span[]> },
): Promise<Jugement> {
  const { place, visit } = besoin;
  const monday = mondayOf(isoWeek(civilDay(new Date(visit.debut), visit.zone))) as string;
  const semaine = daySpan(monday, 7, visit.zone);
  const people = await selectPersonnes(db, { agenceId: place.agence.id, semaine, exclure });
  const found = await findCandidats(db, besoin, { ids: [...people.keys()], exclure });
  const judged = found.map((one) => {
    const more = tentative.get(one.id) ?? [];
    const candidat = { ...one, visites: [...one.visites, ...more].sort((a, b) => a.debut - b.debut) };
    return { candidat, codes: codesOf(candidat, besoin), more };
  });
  const faits = judged
    .filter(({ codes }) => codes.length === 0)
    .map(({ candidat, more }) => faitsOf(candidat, people.get(candidat.id) as Personne, besoin, more));
  return {
    proposed: rankFaits(faits),
    aside: judged.filter(({ codes }) => codes.length > 0).sort(nearest),
  };
}

/** What stands against somebody: a visit at that time, then every rule, warnings included. */
function codesOf(candidat: Candidat, { visit }: Besoin): string[] {
  const isTaken = candidat.visites.some((other) => overlaps(other, visit));
  const broken = brokenRules(visit, candidat).map(({ code }) => code as string);
  // Without the skill, nothing else matters.
  if (broken.includes("skillMissing")) return ["skillMissing", ...broken.filter((c) => c !== "skillMissing")];
  return isTaken ? ["slotTaken", ...broken] : broken;
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
