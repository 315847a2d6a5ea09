import { and, asc, eq, inArray } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { reglesTravail } from "@/db/schema/contrats";
import { agences } from "@/db/schema/organisation";
import { columnsOf, opened, type Plain, type PlainInsert } from "@/db/vault/open";
import { sealRows } from "@/db/vault/seal";
import type { Scope } from "@/lib/foundation/policy";
import { within } from "@/lib/foundation/reach";
import type { CodeRegle, Convention, Ecart } from "./regle";

export type EcartRow = Plain<typeof reglesTravail> & { code: CodeRegle };

/** The agency within reach as far as rules go: its clock and the agreement of those without contract. */
export async function findAgenceRegles(db: Queryable, scope: Scope, id: number | undefined) {
  const rows = await db
    .select({
      id: agences.id,
      fuseau: agences.fuseau,
      convention: agences.convention,
      version: agences.version,
    })
    .from(agences)
    .where(and(within(scope, { agence: agences.id }), id === undefined ? undefined : eq(agences.id, id)))
    .orderBy(agences.id)
    .limit(1);
  return rows[0];
}

/** Locks the agency's row, so that two changes of its rules follow each other. */
export async function lockAgenceRegles(tx: Tx, scope: Scope, id: number) {
  const rows = await tx
    .select({ id: agences.id, fuseau: agences.fuseau, convention: agences.convention })
    .from(agences)
    .where(and(within(scope, { agence: agences.id }), eq(agences.id, id)))
    .for("no key update");
  return rows[0];
}

/** Where agencies differ from an agreement, as written, with the reasons. */
export function selectEcarts(db: Queryable, agenceId: number, convention: Convention): Promise<EcartRow[]> {
  return opened(
    db,
    db
      .select(columnsOf(reglesTravail))
      .from(reglesTravail)
      .where(and(eq(reglesTravail.agenceId, agenceId), eq(reglesTravail.convention, convention)))
      .orderBy(asc(reglesTravail.id)),
  ) as Promise<EcartRow[]>;
}

/** The same without reasons, of some agreements at once; for whoever only applies the rules. */
export async function selectApplied(
  db: Queryable,
  agenceId: number,
  of: readonly Convention[],
): Promise<(Ecart & { convention: Convention })[]> {
  if (of.length === 0) return [];
  const { code, du, retour, valeur, severite, convention } = reglesTravail;
  const rows = await db
    .select({ code, du, retour, valeur, severite, convention })
    .from(reglesTravail)
    .where(and(eq(reglesTravail.agenceId, agenceId), inArray(convention, [...of])))
    .orderBy(asc(reglesTravail.id));
  return rows as (Ecart & { convention: Convention })[];
}

export async function insertEcart(tx: Tx, values: PlainInsert<typeof reglesTravail>): Promise<number> {
  const rows = await tx
    .insert(reglesTravail)
    .values(await sealRows(tx, reglesTravail, [values]))
    .returning({ id: reglesTravail.id });
  return (rows[0] as { id: number }).id;
}

export async function updateConvention(tx: Tx, id: number, convention: Convention, now: Date): Promise<void> {
  await tx.update(agences).set({ convention, modifieLe: now }).where(eq(agences.id, id));
}

/** An agency as working-time rules need it: clock, agreement, and where its holidays are decided. */
export async function findAgenceTravail(db: Queryable, id: number) {
  const { fuseau, convention, pays, codePostal } = agences;
  const rows = await db
    .select({ id: agences.id, fuseau, convention, pays, codePostal })
    .from(agences)
    .where(eq(agences.id, id));
  const found = rows[0];
  if (!found) throw new Error(`no agency ${id}`);
  return found;
}
