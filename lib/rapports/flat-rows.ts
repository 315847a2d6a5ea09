import type { Rapport } from "./schemas-rapport";

/** One flat row a group, for a spreadsheet, and what lies beyond the groups named; totals are the reader's to make. */
export function flatRows({ lignes, autres }: Pick<Rapport, "lignes" | "autres">): Record<string, unknown>[] {
  return [...lignes, ...autres].map(({ cle, libelle, devise, valeurs }) => ({
    cle,
    libelle,
    ...(devise === null ? {} : { devise }),
    ...valeurs,
  }));
}

/** `rapport-activite-2026-02-28-12.csv` */
export const fileName = ({ type, au, id }: Pick<Rapport, "type" | "au" | "id">, extension: string) =>
  `rapport-${type}-${au}-${id}.${extension}`;
