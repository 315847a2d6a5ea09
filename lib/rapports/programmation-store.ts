import { and, asc, eq, exists, gt, inArray, or, type SQL, sql } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { agences, utilisateurAgences, utilisateurs } from "@/db/schema/organisation";
import { programmationsRapport } from "@/db/schema/rapports";
import { opened, toOpen } from "@/db/vault/open";
import { orderingOf, type Page, paginate } from "@/lib/foundation/page";
import type { Scope } from "@/lib/foundation/policy";
import { within } from "@/lib/foundation/reach";

export type ProgrammationRow = typeof programmationsRapport.$inferSelect;

/** Accounts that may read an agency's reports now: its gestionnaires, and the admins. */
const isStaffOf = (db: Queryable, agence: SQL): SQL | undefined =>
  and(
    eq(utilisateurs.actif, true),
    or(
      eq(utilisateurs.role, "admin"),
      and(
        eq(utilisateurs.role, "gestionnaire"),
        exists(
          db
            .select({ one: sql`1` })
            .from(utilisateurAgences)
            .where(
              and(
                eq(utilisateurAgences.utilisateurId, utilisateurs.id),
                sql`${utilisateurAgences.agenceId} = ${agence}`,
              ),
            ),
        ),
      ),
    ),
  );

const person = {
  id: utilisateurs.id,
  prenom: toOpen(utilisateurs.prenom),
  nom: toOpen(utilisateurs.nom),
  email: toOpen(utilisateurs.email),
  langue: utilisateurs.langue,
};

/** Those of `ids` who may read the agency's reports now. */
export function selectStaff(db: Queryable, agenceId: number, ids: readonly number[]) {
  return opened(
    db,
    db
      .select(person)
      .from(utilisateurs)
      .where(and(inArray(utilisateurs.id, [...ids]), isStaffOf(db, sql`${agenceId}::integer`)))
      .orderBy(asc(utilisateurs.id)),
  );
}

export async function namesOf(db: Queryable, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const query = db.select(person).from(utilisateurs);
  const rows = await opened(db, query.where(inArray(utilisateurs.id, [...ids])));
  return new Map(rows.map(({ id, prenom, nom }) => [id, `${prenom} ${nom}`.trim()]));
}

export async function insertProgrammation(
  tx: Tx,
  values: typeof programmationsRapport.$inferInsert,
): Promise<ProgrammationRow> {
  const rows = await tx.insert(programmationsRapport).values(values).returning();
  return rows[0] as ProgrammationRow;
}

export async function deleteProgrammationRow(tx: Tx, scope: Scope, id: number) {
  const rows = await tx
    .delete(programmationsRapport)
    .where(and(eq(programmationsRapport.id, id), within(scope, { agence: programmationsRapport.agenceId })))
    .returning();
  return rows[0];
}

const orderings = { id: [programmationsRapport.id] } as const;

export function listProgrammations(
  db: Queryable,
  scope: Scope,
  request: { limit: number; cursor?: string; ordering?: string; agence_id?: number },
): Promise<Page<ProgrammationRow>> {
  const filter = and(
    within(scope, { agence: programmationsRapport.agenceId }),
    request.agence_id ? eq(programmationsRapport.agenceId, request.agence_id) : undefined,
  );
  return paginate(
    request,
    orderingOf(request.ordering, orderings, "id"),
    (part) =>
      db
        .select()
        .from(programmationsRapport)
        .where(and(filter, part.where))
        .orderBy(...part.orderBy)
        .limit(part.limit),
    ({ id }) => [id],
  );
}

/** The next schedules after `apres` in open agencies, locked; those that another worker holds are passed over. */
export async function lockNext(tx: Tx, apres: number, limit: number) {
  const rows = await tx
    .select({ programmation: programmationsRapport, fuseau: agences.fuseau })
    .from(programmationsRapport)
    .innerJoin(agences, eq(agences.id, programmationsRapport.agenceId))
    .where(and(gt(programmationsRapport.id, apres), eq(agences.actif, true)))
    .orderBy(asc(programmationsRapport.id))
    .limit(limit)
    .for("update", { of: programmationsRapport, skipLocked: true });
  return rows.map(({ programmation, fuseau }) => ({ ...programmation, fuseau }));
}

export async function notePeriode(tx: Tx, id: number, dernierePeriode: string): Promise<void> {
  await tx.update(programmationsRapport).set({ dernierePeriode }).where(eq(programmationsRapport.id, id));
}
