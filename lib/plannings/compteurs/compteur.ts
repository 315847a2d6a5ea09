import type { Termes } from "@/lib/intervenants/contrats/termes";
import { catalogueOn } from "@/lib/organisation/conventions/catalogue";
import { workOf } from "@/lib/prestations/travail/jour-travail";
import { plusDays } from "@/lib/prestations/travail/mesures-semaine";
import type { VisiteTravail } from "@/lib/prestations/travail/travail";

export const pasCompteur = ["jour", "semaine", "mois", "annee"] as const;
export type Pas = (typeof pasCompteur)[number];

/** A visit as counters see it: on which civil day, and how long it was in fact, null while it was not made. */
export type VisiteComptee = VisiteTravail & { jour: string; faitMin: number | null };
export type TermesDuJour = Pick<Termes, "convention" | "mode" | "minutesSemaine" | "minutesAnnee">;

export type Compte = {
  du: string;
  au: string;
  visites: number;
  /** Visits as planned and the travel between those of a day. */
  prevu: number;
  trajet: number;
  /** As clocked, else as validated, else as planned, of visits that were made; travel of those days included. */
  travaille: number;
  /** Due by contract; null for a single day. Days of approved absence are not due. */
  contrat: number | null;
  absences: number;
  complementaires: number;
  /** Complementary hours that the agreement lets; null for whoever has no part-time contract. */
  complementairesMax: number | null;
  supplementaires: number;
  /** Complementary hours beyond the limit, or a part-timer who reaches full time (L3123-9). */
  depasse: boolean;
};

type Personne = {
  visites: readonly VisiteComptee[];
  /** Terms in force on a civil day; undefined before and after any contract. */
  termes: (jour: string) => TermesDuJour | undefined;
  /** Whether the whole civil day lies in an approved absence. */
  absent: (jour: string) => boolean;
};

/** Hours of full time in a year with modulation (Code du travail L3121-41). */
const FULL_YEAR_MIN = 1607 * 60;

/** A person's hours period by period. Weekly limits count for the weeks that end within the period. */
export function comptesOf(
  person: Personne,
  periodes: readonly { du: string; au: string }[],
  pas: Pas,
): Compte[] {
  const byDay = Map.groupBy(person.visites, ({ jour }) => jour);
  const days = new Map([...byDay].map(([jour, list]) => [jour, dayOf(list)]));
  return periodes.map(({ du, au }) => {
    const span = daysBetween(du, au);
    const sum = (of: (one: Jour) => number) =>
      span.reduce((all, jour) => all + of(days.get(jour) ?? none), 0);
    const { due, absences } = dueOf(person, span);
    const extra = pas === "jour" ? noExtra : extraOf(person, days, span, pas);
    return {
      du,
      au,
      visites: sum((one) => one.visites),
      prevu: Math.round(sum((one) => one.prevu)),
      trajet: Math.round(sum((one) => one.trajet)),
      travaille: Math.round(sum((one) => one.travaille)),
      contrat: pas === "jour" ? null : Math.round(due),
      absences,
      ...extra,
    };
  });
}

type Jour = { visites: number; prevu: number; trajet: number; travaille: number };
const none: Jour = { visites: 0, prevu: 0, trajet: 0, travaille: 0 };
const noExtra = { complementaires: 0, complementairesMax: null, supplementaires: 0, depasse: false };

function dayOf(visites: readonly VisiteComptee[]): Jour {
  const minutes = (list: readonly VisiteComptee[]) =>
    list.reduce((sum, { debut, fin }) => sum + (fin - debut) / 60_000, 0);
  const travelOf = (list: readonly VisiteComptee[]) =>
    workOf(list).reduce((sum, { debut, fin }) => sum + (fin - debut) / 60_000, 0) - minutes(list);
  const made = visites.filter(({ faitMin }) => faitMin !== null);
  const done = made.reduce((sum, { faitMin }) => sum + (faitMin ?? 0), 0);
  const trajet = travelOf(visites);
  return {
    visites: visites.length,
    trajet,
    prevu: minutes(visites) + trajet,
    travaille: done + (made.length > 0 ? travelOf(made) : 0),
  };
}

function dueOf({ termes, absent }: Personne, span: readonly string[]) {
  let due = 0;
  let absences = 0;
  for (const jour of span) {
    const held = termes(jour);
    if (!held) continue;
    if (absent(jour)) absences += 1;
    else due += held.minutesSemaine / 7;
  }
  return { due, absences };
}

/** Hours beyond the contract: week by week, or over the year for whoever has hours of a year. */
function extraOf(person: Personne, days: ReadonlyMap<string, Jour>, span: readonly string[], pas: Pas) {
  const last = person.termes(span.at(-1) ?? "") ?? person.termes(span[0] ?? "");
  const worked = (list: readonly string[]) =>
    list.reduce((sum, jour) => sum + (days.get(jour)?.prevu ?? 0), 0);
  if (last?.mode === "annuel") {
    if (pas !== "annee") return noExtra;
    const contract = last.minutesAnnee ?? 0;
    return beyond(worked(span), contract, FULL_YEAR_MIN, shareOf(last, span.at(-1) ?? ""));
  }
  const ends = span.filter((jour) => new Date(`${jour}T00:00:00Z`).getUTCDay() === 0);
  const weeks = ends.map((sunday) => {
    const monday = plusDays(sunday, -6);
    const held = person.termes(monday) ?? person.termes(sunday);
    if (!held) return noExtra;
    const full = catalogueOn(held.convention, monday).tempsPleinMin;
    return beyond(worked(daysBetween(monday, sunday)), held.minutesSemaine, full, shareOf(held, monday));
  });
  const part = weeks.filter(({ complementairesMax }) => complementairesMax !== null);
  return {
    complementaires: weeks.reduce((sum, one) => sum + one.complementaires, 0),
    complementairesMax:
      part.length > 0 ? part.reduce((sum, one) => sum + (one.complementairesMax ?? 0), 0) : null,
    supplementaires: weeks.reduce((sum, one) => sum + one.supplementaires, 0),
    depasse: weeks.some(({ depasse }) => depasse),
  };
}

/** One tenth of the contract, or one third where the agreement says so (L3123-28, L3123-20). */
const shareOf = ({ convention }: TermesDuJour, jour: string) =>
  catalogueOn(convention, jour).complementairesCent === 10 ? 1 / 10 : 1 / 3;

function beyond(worked: number, contract: number, full: number, share: number) {
  const minutes = Math.round(worked);
  if (contract <= 0 || contract >= full)
    return { ...noExtra, supplementaires: contract <= 0 ? 0 : Math.max(0, minutes - full) };
  const complementaires = Math.max(0, minutes - contract);
  const complementairesMax = Math.floor(contract * share);
  const depasse = complementaires > complementairesMax || minutes >= full;
  return { complementaires, complementairesMax, supplementaires: 0, depasse };
}

export function daysBetween(du: string, au: string): string[] {
  const list: string[] = [];
  for (let jour = du; jour <= au; jour = plusDays(jour, 1)) list.push(jour);
  return list;
}

/** The periods that cover some days: whole weeks from Monday, whole months, whole years, each cut to nothing. */
export function periodesOf(du: string, au: string, pas: Pas): { du: string; au: string }[] {
  const list: { du: string; au: string }[] = [];
  for (let from = startOf(du, pas); from <= au; ) {
    const until = endOf(from, pas);
    list.push({ du: from, au: until });
    from = plusDays(until, 1);
  }
  return list;
}

function startOf(jour: string, pas: Pas): string {
  if (pas === "jour") return jour;
  if (pas === "mois") return `${jour.slice(0, 7)}-01`;
  if (pas === "annee") return `${jour.slice(0, 4)}-01-01`;
  return plusDays(jour, -((new Date(`${jour}T00:00:00Z`).getUTCDay() + 6) % 7));
}

function endOf(from: string, pas: Pas): string {
  if (pas === "jour") return from;
  if (pas === "semaine") return plusDays(from, 6);
  if (pas === "annee") return `${from.slice(0, 4)}-12-31`;
  const next = new Date(Date.UTC(Number(from.slice(0, 4)), Number(from.slice(5, 7)), 0));
  return next.toISOString().slice(0, 10);
}
