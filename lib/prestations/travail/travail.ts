import type { JeuDeRegles } from "@/lib/organisation/conventions/regle";
import type { Journee, Span } from "../journee";

/** A visit of one person; `trajetMin`: travel to it from the one before, when both are of one day. */
export type VisiteTravail = Span & { id: number; trajetMin: number };

/** What one person works, and the rules that hold for them. */
export type Travail = {
  /** Whole weeks, Monday first, that cover every visit; one more on either side of those asked about. */
  jours: readonly Journee[];
  /** The civil days that findings are about, both included. */
  du: string;
  au: string;
  /** In order of time, none overlapping another. */
  visites: readonly VisiteTravail[];
  /** Minutes worked on days outside `jours`: for the mean of twelve weeks, Sundays of the month, days in a row. */
  autour: ReadonlyMap<string, number>;
  jeu: JeuDeRegles;
  partiel: boolean;
  estFerie: (jour: string) => boolean;
};
