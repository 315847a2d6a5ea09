import type { Context } from "@/lib/foundation/context";
import { translator } from "@/lib/i18n/translate";
import type { ProgrammationRow } from "./programmation-store";
import type { Programmation } from "./schemas-programmation";

/** A schedule; `names` of those who receive it, who may have gone since. */
export function presentProgrammation(
  row: ProgrammationRow,
  names: ReadonlyMap<number, string>,
  { locale }: Pick<Context, "locale">,
): Programmation {
  return {
    id: row.id,
    agence_id: row.agenceId,
    type: row.type,
    libelle: translator(locale, "rapports")(`types.${row.type}.title`),
    grouper_par: row.grouperPar,
    frequence: row.frequence,
    destinataires: row.destinataires.map((id) => ({ id, nom: names.get(id) ?? "" })),
    derniere_periode: row.dernierePeriode,
    cree_le: row.creeLe.toISOString(),
  };
}
