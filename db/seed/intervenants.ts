import type { competences, disponibilites, intervenants, secteurs } from "../schema/intervenants";
import type { PlainInsert } from "../vault/open";
import { addDays, instantAt, weekday } from "./calendar";
import { activitesFrancaises } from "./data/activites";
import { prixDemo } from "./data/agences";
import { lieux } from "./data/lieux";
import { personPrints } from "./fold";
import { agencyOfRank, agencySizes, near, personFactory } from "./personnes";
import { at, type Dice, dice } from "./random";
import { agenceOf, type World } from "./world";

export type Intervenant = PlainInsert<typeof intervenants> & { id: number; skills: number[]; days: number[] };

/** What one person can do together, by code; every agency has all of them. */
const profiles: readonly (readonly string[])[] = [
  ["menage", "repassage", "preparation-repas", "livraison-courses"],
  ["aide-quotidien", "accompagnement-senior", "preparation-repas", "livraison-courses", "conduite-vehicule"],
  [
    "garde-enfant-moins-3",
    "garde-enfant-3-plus",
    "accompagnement-enfant-3-plus",
    "accompagnement-enfant-moins-3",
  ],
  ["jardinage", "bricolage", "vigilance-residence"],
  ["menage", "repassage", "aide-temporaire"],
  ["aide-quotidien", "menage", "preparation-repas", "animaux", "accompagnement-invalidite-temporaire"],
  ["soutien-scolaire", "assistance-informatique", "assistance-administrative"],
  ["menage", "garde-enfant-3-plus", "repassage", "preparation-repas"],
  [
    "aide-quotidien",
    "accompagnement-senior",
    "esthetique",
    "conduite-vehicule",
    "conduite-invalidite-temporaire",
  ],
  ["bricolage", "jardinage"],
  ["assistance-informatique", "assistance-administrative", "teleassistance", "interprete-lsf"],
];

const codes = new Map(activitesFrancaises.map((activite) => [activite.code, activite.numero]));

export function makeIntervenants(world: World): Intervenant[] {
  const random = dice("intervenants");
  const person = personFactory(random, "equipe.test");
  const total = agencySizes.intervenants.reduce((sum, size) => sum + size, 0);
  return Array.from({ length: total }, (_, rank) => {
    const agenceId = agencyOfRank(rank, agencySizes.intervenants);
    const who = person(agenceId, 0.72);
    const email = rank + 1 === 5 ? "intervenant@dihya.test" : who.email;
    return makeIntervenant(rank + 1, agenceId, { ...who, email }, random, world);
  });
}

function makeIntervenant(
  id: number,
  agenceId: number,
  person: ReturnType<ReturnType<typeof personFactory>>,
  random: Dice,
  world: World,
): Intervenant {
  // Intervenant 5 is the one of the documented requests: housekeeping on a Wednesday afternoon.
  const profile = id === 5 ? ["menage", "repassage", "preparation-repas"] : at(profiles, id - 1);
  const offered = profile.filter((code) => agenceId !== 3 || prixDemo[code]?.[2]);
  const home = random.pick(at([lieux[agenceId] ?? []], 0));
  const working = agenceOf(agenceId).jours;
  const partTime = id !== 5 && random.chance(0.25);
  const interim = random.chance(0.1);
  return {
    id,
    agenceId,
    matricule: `${agenceOf(agenceId).serie}${String(1000 + id)}`,
    ...person,
    langues: spoken(agenceId, random),
    secteur: home[2] === "Paris" || home[2] === "Lyon" ? `${home[2]} ${home[1].slice(-2)}` : home[2],
    ...near(home[3], home[4], random),
    contratType: interim ? "cdd" : "cdi",
    contratMinutesSemaine: partTime ? 1440 : 2100,
    embaucheLe: addDays("2022-01-03", random.int(0, 1000)),
    ...personPrints("intervenants", person),
    creeLe: instantAt("2025-01-06", 540 + id, "Europe/Paris"),
    modifieLe: instantAt("2025-01-06", 540 + id, "Europe/Paris"),
    skills: offered.map((code) => codes.get(code) ?? 6),
    days: partTime ? random.sample(working, 4) : [...working, ...(id === 5 ? extraDay(working, world) : [])],
  };
}

/** The demonstration's intervenant works today, even on a Sunday. */
function extraDay(working: readonly number[], world: World): number[] {
  const day = weekday(world.today);
  return working.includes(day) ? [] : [day];
}

function spoken(agenceId: number, random: Dice): string[] {
  if (agenceId === 3) return random.chance(0.6) ? ["tzm", "fr", "ar"] : ["tzm", "ar"];
  const second = random.int(1, 10);
  return second <= 2 ? ["fr", "ar"] : second <= 4 ? ["fr", "tzm"] : second === 5 ? ["fr", "en"] : ["fr"];
}

/** Skills, postal codes and weekly hours. */
export function makeWorkingLife(people: readonly Intervenant[], sectors: Sectors, world: World) {
  const random = dice("working-life");
  const skills: (typeof competences.$inferInsert)[] = [];
  const zones: (typeof secteurs.$inferInsert)[] = [];
  const hours: (typeof disponibilites.$inferInsert)[] = [];
  for (const person of people) {
    for (const activiteId of person.skills)
      skills.push({ intervenantId: person.id, activiteId, niveau: random.int(1, 3) });
    for (const codePostal of sectors.get(person.id) ?? [])
      zones.push({ intervenantId: person.id, codePostal });
    for (const jour of person.days) {
      const extra = !agenceOf(person.agenceId).jours.includes(jour);
      const span = extra ? { du: world.today, au: world.today } : { du: "2025-01-06", au: null };
      const id = hours.length + 1;
      hours.push({ id, intervenantId: person.id, jour, heureDebut: "08:00", heureFin: "19:00", ...span });
    }
  }
  return { skills, zones, hours };
}

/** Postal codes that each intervenant serves. */
export type Sectors = Map<number, ReadonlySet<string>>;

/** The codes nearest to home (a third of the agency's, four at least) and those of the people already visited. */
export function makeSectors(
  people: readonly Intervenant[],
  visited: readonly [intervenantId: number, code: string][],
): Sectors {
  const codes = Map.groupBy(visited, ([id]) => id);
  return new Map(
    people.map((person) => {
      const known = (codes.get(person.id) ?? []).map(([, code]) => code);
      return [person.id, new Set([...nearestCodes(person), ...known].sort())];
    }),
  );
}

function nearestCodes(person: Intervenant): string[] {
  const distance = new Map<string, number>();
  for (const [, code, , latitude, longitude] of lieux[person.agenceId] ?? []) {
    const d = (latitude - (person.latitude ?? 0)) ** 2 + (longitude - (person.longitude ?? 0)) ** 2;
    distance.set(code, Math.min(d, distance.get(code) ?? Number.POSITIVE_INFINITY));
  }
  const nearest = [...distance.entries()].sort((a, b) => a[1] - b[1]).map(([code]) => code);
  return nearest.slice(0, Math.max(4, Math.ceil(nearest.length / 3)));
}
