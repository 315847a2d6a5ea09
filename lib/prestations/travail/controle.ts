import { type CodeRegle, protects, type Regle } from "@/lib/organisation/conventions/regle";
import { daysOf, type Fait } from "./jour-travail";
import { facts } from "./mesures";
import type { Travail } from "./travail";

/** A rule that is not kept. `jour`: the day, or the Monday of the week; `mesure` and `limite` in `unite`. */
export type Constat = {
  code: CodeRegle;
  severite: Regle["severite"];
  mesure: number;
  limite: number;
  unite: Regle["unite"];
  article: string;
  jour: string;
  visites: number[];
  /** A written reason may pass it: the agreement says how far, and this is not beyond. */
  derogeable: boolean;
};

/** Everything in a person's work that is against a rule, blocking ones first, then by day. */
export function controle(travail: Travail): Constat[] {
  const days = daysOf(travail);
  const found = travail.jeu.regles.flatMap((regle) =>
    facts(regle, travail, days)
      .filter(({ mesure }) => !protects(regle, mesure, regle.valeur))
      .map((fait) => constat(regle, fait)),
  );
  const rank = ({ severite }: Constat) => (severite === "block" ? 0 : 1);
  return found.sort((a, b) => rank(a) - rank(b) || a.jour.localeCompare(b.jour));
}

const constat = (regle: Regle, { mesure, jour, visites }: Fait): Constat => ({
  code: regle.code,
  severite: regle.severite,
  mesure,
  limite: regle.valeur,
  unite: regle.unite,
  article: regle.article,
  jour,
  visites: [...new Set(visites)],
  derogeable: regle.severite === "block" && regle.plafond !== null && protects(regle, mesure, regle.plafond),
});

/** What a change adds: findings that were not there, or are worse than they were. */
export function worsened(before: readonly Constat[], after: readonly Constat[]): Constat[] {
  const was = new Map(before.map((one) => [`${one.code} ${one.jour}`, one]));
  return after.filter((one) => {
    const old = was.get(`${one.code} ${one.jour}`);
    if (!old) return true;
    return one.mesure > old.limite ? one.mesure > old.mesure : one.mesure < old.mesure;
  });
}
