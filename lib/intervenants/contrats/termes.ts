import type { conventions, modesHoraires } from "@/db/states";

/** What is agreed from a day on. */
export type Termes = {
  numero: number;
  du: string;
  au: string | null;
  convention: (typeof conventions)[number];
  mode: (typeof modesHoraires)[number];
  minutesSemaine: number;
  minutesAnnee: number | null;
};

/** The terms in force on a day: of those that cover it, the latest agreed; undefined before the first. */
export function termesOn<T extends Termes>(avenants: readonly T[], jour: string): T | undefined {
  return avenants
    .filter(({ du, au }) => du <= jour && (au === null || jour <= au))
    .reduce<T | undefined>((best, one) => (best && best.numero > one.numero ? best : one), undefined);
}

/** Weeks of a working year once paid leave is taken, by which hours of a year become those of a week (1607 h = 35 h). */
const YEAR_MIN = 1607 * 60;
const WEEK_MIN = 35 * 60;

/** Minutes of an average week for so many of a year. */
export const weekOfYear = (minutesAnnee: number): number => Math.round((minutesAnnee * WEEK_MIN) / YEAR_MIN);

export const etatsContrat = ["a_venir", "en_cours", "termine"] as const;

export function etatOn({ debut, fin }: { debut: string; fin: string | null }, jour: string) {
  if (jour < debut) return "a_venir" as const;
  return fin !== null && fin < jour ? ("termine" as const) : ("en_cours" as const);
}
