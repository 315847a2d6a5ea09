import type { Queryable } from "@/db/client";
import type { Scope } from "@/lib/foundation/policy";
import { selectMatricules } from "./import-store";

/** Intervenants within reach by registration number (lower case); one that several carry is nobody's. */
export async function intervenantsByMatricule(db: Queryable, scope: Scope): Promise<Map<string, number>> {
  const rows = await selectMatricules(db, scope);
  const byMatricule = Map.groupBy(rows, ({ matricule }) => matricule.toLowerCase());
  return new Map(
    [...byMatricule].flatMap(([key, [first, second]]) => (first && !second ? [[key, first.id]] : [])),
  );
}
