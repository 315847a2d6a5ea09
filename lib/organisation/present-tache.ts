import type { Context } from "@/lib/foundation/context";
import { type ProblemCode, problemText } from "@/lib/i18n/problem-text";
import type { Tache } from "./schemas-tache";
import type { TacheRow } from "./tache-store";

/** Long work as its asker sees it; why it failed in the reader's language. */
export function presentTache(row: TacheRow, { locale }: Pick<Context, "locale">): Tache {
  return {
    id: row.id,
    type: row.type,
    etat: row.statut,
    progression: row.progression,
    demande_par: row.demandePar,
    donnees: row.donnees as Record<string, unknown>,
    resultat: row.resultat as Record<string, unknown> | null,
    erreur:
      row.erreur === null
        ? null
        : { code: row.erreur, ...problemText(locale, row.erreur as ProblemCode, paramsOf(row)) },
    cree_le: row.creeLe.toISOString(),
    commencee_le: row.commenceeLe?.toISOString() ?? null,
    terminee_le: row.termineeLe?.toISOString() ?? null,
  };
}

/** Values for the sentence: what the result counts, and the number to quote for help. */
function paramsOf({ id, resultat }: TacheRow): Record<string, string | number> {
  const plain = Object.entries(resultat ?? {}).filter(([, value]) => typeof value === "number");
  return { requestId: String(id), ...Object.fromEntries(plain) };
}
