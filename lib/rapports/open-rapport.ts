import type { Queryable } from "@/db/client";
import type { Context } from "@/lib/foundation/context";
import { Refused } from "@/lib/foundation/errors";
import type { Scope } from "@/lib/foundation/policy";
import { nameGroups } from "./name-groups";
import { presentRapport } from "./present-rapport";
import type { Contenu } from "./rapport";
import { findRapport } from "./rapport-store";
import type { Rapport } from "./schemas-rapport";

/** A stored run as the caller may read it. Throws `notFound` when absent, out of reach or past its year. */
export async function openRapport(db: Queryable, ctx: Context, scope: Scope, id: number): Promise<Rapport> {
  const row = await findRapport(db, scope, ctx.now, id);
  if (!row) throw new Refused("notFound");
  return presentRapport(row, ctx, await nameGroups(db, ctx, row.grouperPar, row.contenu as Contenu));
}
