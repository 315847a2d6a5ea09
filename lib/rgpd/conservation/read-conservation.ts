import { z } from "zod";
import type { Queryable } from "@/db/client";
import { query } from "@/lib/foundation/operation";
import type { Scope } from "@/lib/foundation/policy";
import { parametresOf } from "@/lib/foundation/read-parametres";
import { countDue, firstDue, type Measure } from "./due-store";
import { durationOf } from "./duration";
import { effetOf, type NomRegle, nomsRegle, regles, SURSIS_JOURS } from "./regles";
import { lastRuns } from "./run-store";
import type { Conservation, RegleShape } from "./schemas";

const EXAMPLES = 5;
const RUNS = 10;

/** What would go if the retention rules ran now: how many by rule, and which ones first. Changes nothing. */
export const readConservation = query({
  name: "conservation.read",
  input: z.object({}),
  run: async ({ db, ctx, scope }): Promise<Conservation> => {
    const measure = { now: ctx.now, parametres: await parametresOf(db) };
    const shown = nomsRegle.filter((nom) => scope.reach === "all" || regles[nom].parAgence);
    const found: RegleShape[] = [];
    for (const nom of shown) found.push(await reportOf(db, nom, measure, scope));
    const runs = scope.reach === "all" ? await lastRuns(db, RUNS) : [];
    return {
      fait_le: ctx.now.toISOString(),
      sursis_jours: SURSIS_JOURS,
      regles: found,
      executions: runs.map((row) => ({
        tache_id: row.id,
        etat: row.statut,
        prevue: (row.donnees as { prevue?: boolean }).prevue === true,
        progression: row.progression,
        ...resultOf(row.resultat),
        cree_le: row.creeLe.toISOString(),
        terminee_le: row.termineeLe?.toISOString() ?? null,
      })),
    };
  },
});

async function reportOf(db: Queryable, nom: NomRegle, measure: Measure, scope: Scope): Promise<RegleShape> {
  const { reference } = regles[nom];
  const effet = effetOf(nom, measure.parametres);
  const [nombre, first] = await Promise.all([
    countDue(db, nom, measure, scope),
    firstDue(db, nom, measure, scope, EXAMPLES),
  ]);
  const exemples = first.flatMap(({ id, le }) => (typeof id === "number" ? [{ id, depuis: le }] : []));
  return { regle: nom, effet, duree: durationOf(nom, measure.parametres), reference, nombre, exemples };
}

/** What a run took away, once it has ended. */
function resultOf(resultat: unknown): { total: number | null; regles: Record<string, number> } {
  const { total = null, regles: par = {} } = (resultat ?? {}) as {
    total?: number;
    regles?: Record<string, number>;
  };
  return { total, regles: par };
}
