import type { Queryable } from "@/db/client";
import type { Context } from "@/lib/foundation/context";
import type { Scope } from "@/lib/foundation/policy";
import { besoinOf } from "@/lib/prestations/find-remplacements";
import type { Prestation } from "@/lib/prestations/schemas";
import type { VisiteLieu } from "@/lib/prestations/travail/load-travail";
import { judge, visiteOf } from "../judge";
import { ruleWords } from "../phrases";
import { reasonsOf } from "../reasons";
import { selectNoms } from "../store";
import type { Remplacement } from "./schemas";

/**
 * The best person for each of these visits, taken in order of time, nobody but `absent`: each proposal counts for those
 * after it. The only place that asks who could go; nothing is assigned.
 */
export async function proposeRemplacements(
  db: Queryable,
  ctx: Context,
  scope: Scope,
  { visits, absent }: { visits: readonly Prestation[]; absent: number },
): Promise<Remplacement[]> {
  const tentative = new Map<number, VisiteLieu[]>();
  const found: Remplacement[] = [];
  for (const prestation of visits) {
    const { id } = prestation;
    const besoin = await besoinOf(db, scope, id);
    const { proposed, aside } = await judge(db, besoin, { exclure: id, tentative });
    const best = proposed.find((one) => one.id !== absent);
    if (!best) {
      const nearest = aside.find(({ candidat }) => candidat.id !== absent);
      const au_plus_pres = nearest
        ? {
            intervenant_id: nearest.candidat.id,
            nom: "",
            raison: ruleWords(ctx.locale, nearest.codes[0] ?? "skillMissing"),
          }
        : null;
      found.push({ prestation, proposition: null, au_plus_pres });
      continue;
    }
    tentative.set(best.id, [...(tentative.get(best.id) ?? []), visiteOf(id, besoin)]);
    const raisons = reasonsOf(best, ctx.locale);
    const proposition = { intervenant_id: best.id, nom: "", score: best.score, raisons };
    found.push({ prestation, proposition, au_plus_pres: null });
  }
  return named(db, found);
}

async function named(db: Queryable, found: readonly Remplacement[]): Promise<Remplacement[]> {
  const people = found.flatMap(({ proposition, au_plus_pres }) => proposition ?? au_plus_pres ?? []);
  const names = await selectNoms(
    db,
    people.map(({ intervenant_id }) => intervenant_id),
  );
  const withName = <T extends { intervenant_id: number } | null>(one: T): T =>
    one && { ...one, nom: names.get(one.intervenant_id) ?? "" };
  return found.map((one) => ({
    ...one,
    proposition: withName(one.proposition),
    au_plus_pres: withName(one.au_plus_pres),
  }));
}
