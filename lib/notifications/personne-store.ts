import { and, eq, type SQL } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { intervenants } from "@/db/schema/intervenants";
import { utilisateurAgences, utilisateurs } from "@/db/schema/organisation";
import { opened, toOpen } from "@/db/vault/open";

/** Whom a notice or an e-mail is for. */
export type Person = { id: number; email: string; prenom: string; langue: "fr" | "en" | "ar" | "tzm" };

const person = {
  id: utilisateurs.id,
  email: toOpen(utilisateurs.email),
  prenom: toOpen(utilisateurs.prenom),
  langue: utilisateurs.langue,
};
const MOST = 100;

/** An account, active or not. */
export async function accountPerson(db: Queryable, id: number): Promise<Person | undefined> {
  return (await people(db, eq(utilisateurs.id, id)))[0];
}

export async function activeAccount(db: Queryable, id: number): Promise<Person | undefined> {
  return (await people(db, and(eq(utilisateurs.id, id), eq(utilisateurs.actif, true))))[0];
}

/** Those who answer for the whole product. */
export const adminsOf = (db: Queryable): Promise<Person[]> => people(db, active("admin"));

/** Those who check from outside. */
export const auditeursOf = (db: Queryable): Promise<Person[]> => people(db, active("auditeur"));

const active = (role: "admin" | "auditeur" | "gestionnaire") =>
  and(eq(utilisateurs.role, role), eq(utilisateurs.actif, true));

const people = (db: Queryable, where: SQL | undefined): Promise<Person[]> =>
  opened(db, db.select(person).from(utilisateurs).where(where).orderBy(utilisateurs.id).limit(MOST));

/** The active account of an intervenant; undefined without one. */
export async function accountOfIntervenant(db: Queryable, id: number): Promise<Person | undefined> {
  const query = db
    .select(person)
    .from(utilisateurs)
    .innerJoin(intervenants, eq(intervenants.utilisateurId, utilisateurs.id));
  const rows = await opened(db, query.where(and(eq(intervenants.id, id), eq(utilisateurs.actif, true))));
  return rows[0];
}

/** The gestionnaires of an agency. */
export function teamOf(db: Queryable, agenceId: number): Promise<Person[]> {
  const query = db
    .select(person)
    .from(utilisateurs)
    .innerJoin(utilisateurAgences, eq(utilisateurAgences.utilisateurId, utilisateurs.id));
  const mine = and(eq(utilisateurAgences.agenceId, agenceId), active("gestionnaire"));
  return opened(db, query.where(mine).orderBy(utilisateurs.id).limit(MOST));
}
