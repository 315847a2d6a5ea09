import { and, count, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { activites } from "@/db/schema/activites";
import { clients } from "@/db/schema/clients";
import { factures } from "@/db/schema/factures";
import { intervenants } from "@/db/schema/intervenants";
import { agences, utilisateurAgences, utilisateurs } from "@/db/schema/organisation";
import { prestations, reservations } from "@/db/schema/prestations";
import { notifications } from "@/db/schema/suivi";
import { orderingOf, type Page, paginate } from "@/lib/foundation/page";

export type NotificationRow = typeof notifications.$inferSelect;
export type Evenement = {
  agence: typeof agences.$inferSelect;
  client: typeof clients.$inferSelect;
  prestation?: typeof prestations.$inferSelect;
  reservation?: typeof reservations.$inferSelect;
  activite?: typeof activites.$inferSelect;
  intervenant?: typeof intervenants.$inferSelect;
  facture?: typeof factures.$inferSelect;
};

/** What an event is about, with the people and the place; undefined when it has gone. */
export async function findEvenement(db: Queryable, type: string, id: number): Promise<Evenement | undefined> {
  if (type.startsWith("facture.")) return ofFacture(db, id);
  if (type.startsWith("reservation.")) {
    const rows = await db.select().from(reservations).where(eq(reservations.id, id));
    const reservation = rows[0];
    const visit = reservation && (await ofPrestation(db, reservation.prestationId));
    return visit && { ...visit, reservation };
  }
  return ofPrestation(db, id);
}

async function ofPrestation(db: Queryable, id: number): Promise<Evenement | undefined> {
  const rows = await db
    .select()
    .from(prestations)
    .innerJoin(agences, eq(agences.id, prestations.agenceId))
    .innerJoin(clients, eq(clients.id, prestations.clientId))
    .innerJoin(activites, eq(activites.id, prestations.activiteId))
    .leftJoin(intervenants, eq(intervenants.id, prestations.intervenantId))
    .where(eq(prestations.id, id));
  const row = rows[0];
  if (!row) return undefined;
  return {
    agence: row.agences,
    client: row.clients,
    prestation: row.prestations,
    activite: row.activites,
    intervenant: row.intervenants ?? undefined,
  };
}

async function ofFacture(db: Queryable, id: number): Promise<Evenement | undefined> {
  const rows = await db
    .select()
    .from(factures)
    .innerJoin(agences, eq(agences.id, factures.agenceId))
    .innerJoin(clients, eq(clients.id, factures.clientId))
    .where(eq(factures.id, id));
  const row = rows[0];
  return row && { agence: row.agences, client: row.clients, facture: row.factures };
}

const person = {
  id: utilisateurs.id,
  email: utilisateurs.email,
  prenom: utilisateurs.prenom,
  langue: utilisateurs.langue,
};
export type Person = { id: number; email: string; prenom: string; langue: "fr" | "en" | "ar" | "tzm" };

export async function activeAccount(db: Queryable, id: number): Promise<Person | undefined> {
  const rows = await db
    .select(person)
    .from(utilisateurs)
    .where(and(eq(utilisateurs.id, id), eq(utilisateurs.actif, true)));
  return rows[0];
}

/** The active account of an intervenant; undefined without one. */
export async function accountOfIntervenant(db: Queryable, id: number): Promise<Person | undefined> {
  const rows = await db
    .select(person)
    .from(utilisateurs)
    .innerJoin(intervenants, eq(intervenants.utilisateurId, utilisateurs.id))
    .where(and(eq(intervenants.id, id), eq(utilisateurs.actif, true)));
  return rows[0];
}

/** The gestionnaires of an agency. */
export async function teamOf(db: Queryable, agenceId: number): Promise<Person[]> {
  return db
    .select(person)
    .from(utilisateurs)
    .innerJoin(utilisateurAgences, eq(utilisateurAgences.utilisateurId, utilisateurs.id))
    .where(
      and(
        eq(utilisateurAgences.agenceId, agenceId),
        eq(utilisateurs.role, "gestionnaire"),
        eq(utilisateurs.actif, true),
      ),
    )
    .orderBy(utilisateurs.id)
    .limit(100);
}

/** Adds a notice; false when the same event has told this person already. */
export async function insertNotification(
  tx: Tx,
  values: typeof notifications.$inferInsert,
): Promise<boolean> {
  const rows = await tx
    .insert(notifications)
    .values(values)
    .onConflictDoNothing({ target: notifications.cle })
    .returning({ id: notifications.id });
  return rows.length > 0;
}

type ListRequest = { limit: number; cursor?: string; ordering?: string; count?: boolean; non_lues?: boolean };
const orderings = { id: [notifications.id] } as const;

export async function listNotifications(
  db: Queryable,
  utilisateurId: number,
  request: ListRequest,
): Promise<Page<NotificationRow>> {
  const filter = and(
    eq(notifications.utilisateurId, utilisateurId),
    request.non_lues ? isNull(notifications.lueLe) : undefined,
  );
  const [page, total] = await Promise.all([
    paginate(
      request,
      orderingOf(request.ordering, orderings, "-id"),
      (part) =>
        db
          .select()
          .from(notifications)
          .where(and(filter, part.where))
          .orderBy(...part.orderBy)
          .limit(part.limit),
      (row) => [row.id],
    ),
    request.count ? db.select({ n: count() }).from(notifications).where(filter) : undefined,
  ]);
  return total ? { ...page, count: total[0]?.n ?? 0 } : page;
}

/** Marks one notice, or all, of a person as read or not; returns how many there were. */
export async function markNotifications(
  tx: Tx,
  utilisateurId: number,
  id: number | undefined,
  lueLe: Date | null,
): Promise<number> {
  const one: SQL | undefined = id === undefined ? undefined : eq(notifications.id, id);
  const rows = await tx
    .update(notifications)
    .set({
      lueLe:
        lueLe === null ? null : sql`coalesce(${notifications.lueLe}, ${lueLe.toISOString()}::timestamptz)`,
    })
    .where(and(eq(notifications.utilisateurId, utilisateurId), one))
    .returning({ id: notifications.id });
  return rows.length;
}
