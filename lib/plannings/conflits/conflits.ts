import { codesRegle } from "@/lib/organisation/conventions/regle";
import type { Journee, Span } from "@/lib/prestations/journee";
import { overlaps } from "@/lib/prestations/journee";
import { brokenRules, type Candidat } from "@/lib/prestations/regles";
import type { Constat } from "@/lib/prestations/travail/controle";
import { travelMinutes } from "@/lib/prestations/travail/trajet";

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
  /** Somebody wrote why a rule is passed. */
  derogee?: boolean;
};

/** A person with their skills (codes of activities) and times. */
export type Personne = Pick<Candidat, "id" | "disponibilites" | "absences"> & {
  competences: ReadonlySet<string>;
};

export const codesConflit = [
  "onLeave",
  "skillMissing",
  ...codesRegle,
  "clientDoubleBooked",
  "travelTooShort",
  "outsideAvailability",
  "unassigned",
] as const;
export type CodeConflit = (typeof codesConflit)[number];
export const gravites = ["bloquant", "avertissement"] as const;

/** `mesure`: minutes short of the travel; what a working-time rule counts stands in `constat`. */
export type Conflit = {
  code: CodeConflit;
  gravite: (typeof gravites)[number];
  intervenantId: number | null;
  visites: number[];
  mesure: number | null;
  constat?: Constat;
};

type Week = {
  jours: readonly Journee[];
  zone: string;
  visites: readonly Visite[];
  gens: readonly Personne[];
  /** What each person's working time has against its rules, that week. */
  constats: ReadonlyMap<number, readonly Constat[]>;
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
  { zone, constats }: Week,
  person: Personne,
  visites: readonly Visite[],
  inWeek: (visite: Span) => boolean,
): Conflit[] {
  const own = (
    code: CodeConflit,
    gravite: Conflit["gravite"],
    visites: number[],
    mesure: number | null = null,
  ): Conflit => ({ code, gravite, intervenantId: person.id, visites, mesure });
  const found: Conflit[] = [];
  for (const visite of visites.filter(inWeek)) {
    for (const { code, severity } of brokenRules(placement(visite, zone), candidat(person, visites, visite)))
      if (code === "onLeave" || code === "skillMissing" || code === "outsideAvailability")
        found.push(own(code, severity === "block" ? "bloquant" : "avertissement", [visite.id]));
  }
  const passed = new Set(visites.filter(({ derogee }) => derogee).map(({ id }) => id));
  for (const constat of constats.get(person.id) ?? [])
    found.push({
      ...own(constat.code, isBlocking(constat, passed) ? "bloquant" : "avertissement", constat.visites),
      mesure: constat.mesure,
      constat,
    });
  for (const [index, visite] of visites.entries()) {
    const next = visites[index + 1];
    const short = next ? travelShortage(visite, next) : 0;
    if (next && short > 0 && (inWeek(visite) || inWeek(next)))
      found.push(own("travelTooShort", "avertissement", [visite.id, next.id], short));
  }
  return found;
}

/** A rule that blocks, unless the agreement lets a reason pass it and one was written on a visit concerned. */
export const isBlocking = (
  { severite, derogeable, visites }: Constat,
  passed: ReadonlySet<number>,
): boolean => severite === "block" && !(derogeable && visites.some((id) => passed.has(id)));

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
  return Math.max(0, travelMinutes(from, to) - Math.floor((to.debut - from.fin) / 60_000));
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
