import { catalogueOn } from "@/lib/organisation/conventions/catalogue";
import type { CodeRegle, Convention } from "@/lib/organisation/conventions/regle";
import { journees } from "../journee";
import { controle } from "./controle";
import type { Travail, VisiteTravail } from "./travail";

const ZONE = "Europe/Paris";
/** Monday of the week asked about; a week more on either side. */
export const MONDAY = "2026-03-09";
export const jours = journees("2026-03-02", 21, ZONE);
export const dayAt = (day: number, minute: number) => (jours[day + 7]?.debut ?? 0) + minute * 60_000;

/** `[day, from, to, travel]`: day 0 is Monday, times in hours. */
export type Line = readonly [number, number, number, number?];
const visits = (lines: readonly Line[]): VisiteTravail[] =>
  lines.map(([day, from, to, trajetMin = 0], at) => ({
    id: at + 1,
    debut: dayAt(day, from * 60),
    fin: dayAt(day, to * 60),
    trajetMin,
  }));

export function work(
  lines: readonly Line[],
  more: Partial<Travail> & { convention?: Convention } = {},
): Travail {
  const { convention = "idcc_3127", ...rest } = more;
  return {
    jours,
    du: MONDAY,
    au: "2026-03-15",
    visites: visits(lines),
    autour: new Map(),
    jeu: catalogueOn(convention, MONDAY),
    partiel: false,
    estFerie: () => false,
    ...rest,
  };
}
export const of = (code: CodeRegle, travail: Travail) => controle(travail).filter((one) => one.code === code);
export const codes = (travail: Travail) => controle(travail).map(({ code }) => code);
