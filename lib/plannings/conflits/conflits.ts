import { distanceKm } from "@/lib/prestations/creneaux";
import type { Journee, Span } from "@/lib/prestations/journee";
import { overlaps } from "@/lib/prestations/journee";
import { brokenRules, type Candidat, exceedsDay, idcc3127 } from "@/lib/prestations/regles";

/** A visit as the search for conflicts sees it; times in epoch milliseconds. */
export type Visite = Span & {
  id: number;
  intervenantId: number | null;
  clientId: number;
  adresseId: number;
  codePostal: string;
  type: string;
  latitude: number | null;
  longitude: number | null;
};

/** A person with their skills (codes of activities) and times. */
export type Personne = Pick<Candidat, "id" | "disponibilites" | "absences"> & {
  competences: ReadonlySet<string>;
};

export const codesConflit = [
  "onLeave",
  "skillMissing",
  "dailyMaxExceeded",
  "dailyRestTooShort",
  "weeklyMaxExceeded",
  "clientDoubleBooked",
  "travelTooShort",
  "outsideAvailability",
  "unassigned",
] as const;
export type CodeConflit = (typeof codesConflit)[number];
export const gravites = ["bloquant", "avertissement"] as const;

/** `mesure`: what the sentence counts: minutes short of the travel, hours of the day or the week. */
export type Conflit = {
  code: CodeConflit;
  gravite: (typeof gravites)[number];
  intervenantId: number | null;
  visites: number[];
  mesure: number | null;
};

/** Code du travail L3121-20: no more than 48 hours of work in one week. */
export const WEEKLY_MAX_MIN = 48 * 60;
/** As the crow flies, in town, by car or public transport: what a road makes longer is in the figure. */
export const TRAVEL_KM_PER_HOUR = 20;

type Week = {
  jours: readonly Journee[];
  zone: string;
  visites: readonly Visite[];
  gens: readonly Personne[];
};

/**
 * Everything that stands against the visits of a week, in the order of `codesConflit`, then of time. `visites` in order
 * of time; those around the week serve the rules of rest and give no conflict of their own.
 */
export function conflitsOf(week: Week): Conflit[] {
  const debut = week.jours[0]?.debut ?? 0;
  const fin = week.jours.at(-1)?.fin ?? 0;
  const inWeek = (visite: Span) => visite.debut >= debut && visite.debut < fin;
  const byPerson = Map.groupBy(week.visites, ({ intervenantId }) => intervenantId);
  const starts = new Map(week.visites.map(({ id, debut: at }) => [id, at]));
  const found = [
    ...week.visites.filter((visite) => visite.intervenantId === null && inWeek(visite)).map(unassigned),
    ...week.gens.flatMap((person) => ofPerson(week, person, byPerson.get(person.id) ?? [], inWeek)),
    ...doubleBooked(week.visites.filter(inWeek)),
  ];
  const rank = ({ code }: Conflit) => codesConflit.indexOf(code);
  const at = ({ visites }: Conflit) => starts.get(visites[0] ?? 0) ?? 0;
  return found.sort((a, b) => rank(a) - rank(b) || at(a) - at(b));
}

const unassigned = ({ id }: Visite): Conflit => ({
  code: "unassigned",
  gravite: "bloquant",
  intervenantId: null,
  visites: [id],
  mesure: null,
});

function ofPerson(
  { jours, zone }: Week,
  person: Personne,
  visites: readonly Visite[],
  inWeek: (visite: Span) => boolean,
): Conflit[] {
  const own = (
    code: CodeConflit,
    gravite: Conflit["gravite"],
    ids: number[],
    mesure: number | null = null,
  ) => ({
    code,
    gravite,
    intervenantId: person.id,
    visites: ids,
    mesure,
  });
  const found: Conflit[] = [];
  for (const visite of visites.filter(inWeek)) {
    for (const { code, severity } of brokenRules(placement(visite, zone), candidat(person, visites, visite)))
      if (
        code === "onLeave" ||
        code === "skillMissing" ||
        code === "outsideAvailability" ||
        code === "dailyRestTooShort"
      )
        found.push(own(code, severity === "block" ? "bloquant" : "avertissement", [visite.id]));
  }
  for (const jour of jours) {
    const ofDay = visites.filter((visite) => overlaps(visite, jour));
    const [first, ...others] = ofDay;
    if (first && exceedsDay(others, first, [jour], idcc3127))
      found.push(own("dailyMaxExceeded", "bloquant", ids(ofDay), minutes(ofDay, jour)));
  }
  const week = { debut: jours[0]?.debut ?? 0, fin: jours.at(-1)?.fin ?? 0 };
  const worked = minutes(visites, week);
  if (worked > WEEKLY_MAX_MIN)
    found.push(own("weeklyMaxExceeded", "bloquant", ids(visites.filter(inWeek)), worked));
  for (const [index, visite] of visites.entries()) {
    const next = visites[index + 1];
    const short = next ? travelShortage(visite, next) : 0;
    if (next && short > 0 && (inWeek(visite) || inWeek(next)))
      found.push(own("travelTooShort", "avertissement", [visite.id, next.id], short));
  }
  return oncePerDay(found, jours, visites);
}

/** A rest that is too short stands between two visits: it is told once, not of both. */
function oncePerDay(found: Conflit[], jours: readonly Journee[], visites: readonly Visite[]): Conflit[] {
  const dayOf = (id: number | undefined) => {
    const visite = visites.find((one) => one.id === id);
    return jours.findIndex((jour) => visite && visite.debut >= jour.debut && visite.debut < jour.fin);
  };
  const rest = found.filter(({ code }) => code === "dailyRestTooShort");
  const merged: Conflit[] = [];
  for (const conflit of rest) {
    const before = merged.at(-1);
    const near = before && Math.abs(dayOf(before.visites.at(-1)) - dayOf(conflit.visites[0])) <= 1;
    if (before && near) before.visites.push(...conflit.visites);
    else merged.push({ ...conflit });
  }
  return [...found.filter(({ code }) => code !== "dailyRestTooShort"), ...merged];
}

const ids = (visites: readonly Visite[]) => visites.map(({ id }) => id);

const minutes = (visites: readonly Span[], { debut, fin }: Span) =>
  visites.reduce(
    (sum, one) => sum + Math.max(0, Math.min(one.fin, fin) - Math.max(one.debut, debut)) / 60_000,
    0,
  );

const placement = ({ debut, fin, codePostal }: Visite, zone: string) => ({
  debut,
  fin,
  codePostal,
  zone,
  dureeMaxMin: null,
});

const candidat = (person: Personne, visites: readonly Visite[], visite: Visite): Candidat => ({
  ...person,
  prenom: "",
  competent: person.competences.has(visite.type),
  latitude: null,
  longitude: null,
  secteurs: [],
  visites: visites.filter(({ id }) => id !== visite.id),
  connu: 0,
});

/** Minutes that lack between two visits in a row to go from one to the other; 0 when there is time, or nobody knows. */
export function travelShortage(from: Visite, to: Visite): number {
  if (from.adresseId === to.adresseId) return 0;
  const km = distanceKm(from, to);
  if (km === null) return 0;
  const needed = Math.ceil((km / TRAVEL_KM_PER_HOUR) * 60);
  return Math.max(0, needed - Math.floor((to.debut - from.fin) / 60_000));
}

/** Two visits of one client at one address at the same time. */
function doubleBooked(visites: readonly Visite[]): Conflit[] {
  const byPlace = Map.groupBy(visites, ({ clientId, adresseId }) => `${clientId} ${adresseId}`);
  return [...byPlace.values()].flatMap((list) =>
    list.flatMap((one, index) =>
      list
        .slice(index + 1)
        .filter((other) => overlaps(one, other))
        .map((other) => ({
          code: "clientDoubleBooked" as const,
          gravite: "avertissement" as const,
          intervenantId: null,
          visites: [one.id, other.id],
          mesure: null,
        })),
    ),
  );
}
