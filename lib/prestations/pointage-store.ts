import { and, asc, eq } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { agences } from "@/db/schema/organisation";
import { pointages, prestations } from "@/db/schema/prestations";
import { columnsOf, opened, type Plain, type PlainInsert } from "@/db/vault/open";
import { sealRows } from "@/db/vault/seal";
import type { Scope } from "@/lib/foundation/policy";
import { prestationsWithin } from "./store";

export type PointageRow = Plain<typeof pointages>;
export type NewPointage = PlainInsert<typeof pointages>;

export async function insertPointage(tx: Tx, values: NewPointage): Promise<void> {
  await tx.insert(pointages).values(await sealRows(tx, pointages, [values]));
}

export function selectPointages(db: Queryable, prestationId: number): Promise<PointageRow[]> {
  return opened(
    db,
    db
      .select(columnsOf(pointages))
      .from(pointages)
      .where(eq(pointages.prestationId, prestationId))
      .orderBy(asc(pointages.horodatage), asc(pointages.id)),
  );
}

/** Who a visit belongs to and its clock; undefined when absent or out of reach. */
export async function findOwner(
  db: Queryable,
  scope: Scope,
  prestationId: number,
): Promise<{ agenceId: number; fuseau: string } | undefined> {
  const rows = await db
    .select({ agenceId: prestations.agenceId, fuseau: agences.fuseau })
    .from(prestations)
    .innerJoin(agences, eq(agences.id, prestations.agenceId))
    .where(and(eq(prestations.id, prestationId), prestationsWithin(scope)));
  return rows[0];
}
