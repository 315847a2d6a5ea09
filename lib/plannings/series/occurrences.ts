import { type Ferie, ferieOn, type Lieu } from "@/lib/organisation/feries";
import { daysOfRegle, type Regle, shifted } from "./regle";

export type Politique = "maintenir" | "sauter" | "reporter";

/** What decides on which days a series has a visit. */
export type Recurrence = {
  regle: Regle;
  premierJour: string;
  finLe: string | null;
  exceptions: readonly string[];
  joursFeries: Politique;
  /** Stopped from this day on. */
  arreteeDu: string | null;
};

/**
 * One day of the rule, `jour`, which names the occurrence for good, and the day on which it takes place: `date`, null
 * when it is left out. `ferie`: the holiday that `jour` is.
 */
export type Occurrence = { jour: string; date: string | null; ferie: Ferie | null };

/** A visit is put off by at most this long; beyond, it is left out. */
const MOST_DAYS_OFF = 6;
/** Weekly day of rest (FR: Code du travail L3132-3), 0 is Sunday. */
const restDay = { FR: 0, MA: 0, DZ: 5 } as const;

/** The days of a rule from `du` to `au`, both included, and what becomes of each where the work takes place. */
export function occurrencesOf(
  recurrence: Recurrence,
  lieu: Lieu,
  { du, au }: { du: string; au: string },
): Occurrence[] {
  const { regle, premierJour, exceptions, joursFeries, arreteeDu } = recurrence;
  const left = new Set(exceptions);
  // The days after `au` count too: a visit is not put off to a day that has one of its own.
  const days = daysOfRegle(regle, premierJour, shifted(au, MOST_DAYS_OFF)).filter((jour) => !left.has(jour));
  const last = [recurrence.finLe, arreteeDu && shifted(arreteeDu, -1)]
    .filter((day) => day !== null)
    .sort()[0];
  const within = (jour: string) => last === undefined || jour <= last;
  const taken = new Set(days.filter((jour) => !ferieOn(jour, lieu)));
  const out: Occurrence[] = [];
  for (const jour of days) {
    const ferie = ferieOn(jour, lieu) ?? null;
    const date = ferie === null || joursFeries === "maintenir" ? jour : null;
    const put = date ?? (joursFeries === "reporter" ? nextFree(jour, lieu, taken, left) : null);
    if (put !== null) taken.add(put);
    if (jour < du || jour > au || !within(jour)) continue;
    out.push({ jour, date: put !== null && within(put) ? put : null, ferie });
  }
  return out;
}

function nextFree(
  jour: string,
  lieu: Lieu,
  taken: ReadonlySet<string>,
  left: ReadonlySet<string>,
): string | null {
  for (let shift = 1; shift <= MOST_DAYS_OFF; shift += 1) {
    const day = shifted(jour, shift);
    const isRest = new Date(`${day}T00:00:00Z`).getUTCDay() === restDay[lieu.pays];
    if (!isRest && !taken.has(day) && !left.has(day) && !ferieOn(day, lieu)) return day;
  }
  return null;
}
