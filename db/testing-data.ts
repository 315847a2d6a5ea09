import { desc, eq } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Db } from "./client";
import { activites, tarifs } from "./schema/activites";
import { adresses, clients } from "./schema/clients";
import { competences, disponibilites, intervenants } from "./schema/intervenants";
import { agences, courriels, utilisateurAgences, utilisateurs } from "./schema/organisation";
import { prestations } from "./schema/prestations";
import { personPrints } from "./seed/fold";
import { columnsOf, opened, type Plain, type PlainInsert } from "./vault/open";
import { sealChanges, sealRows } from "./vault/seal";
import { equalityPrint } from "./vault/search";

/** Small, complete rows for tests; each test overrides what it speaks of. */
let serial = 0;
const next = () => ++serial;
const first = <T>(rows: T[]): T => rows[0] as T;

/** One row of a table with sealed columns, written and read back as people read it. */
export async function addSealed<T extends PgTable & { id: PgColumn }>(
  db: Db,
  table: T,
  values: PlainInsert<T>,
): Promise<Plain<T>> {
  const to = (values as { destinataire?: string }).destinataire;
  const print = to === undefined ? {} : { destinataireEmpreinte: equalityPrint("courriels", to) };
  const sealed = (await sealRows(db, table, [{ ...print, ...values }])) as never;
  const [made] = (await db.insert(table).values(sealed).returning({ id: table.id })) as { id: number }[];
  const read = db.select(columnsOf(table) as never).from(table as PgTable);
  return first((await opened(db, read.where(eq(table.id, made?.id)))) as unknown[]) as Plain<T>;
}

/** Changes sealed and other columns of one row; `row` names it and whose it is. */
export async function changeSealed<T extends PgTable & { id: PgColumn }>(
  db: Db,
  table: T,
  row: Partial<PlainInsert<T>> & { id: number },
  values: Partial<PlainInsert<T>>,
): Promise<void> {
  const changes = await sealChanges(db, table, row, values);
  await db
    .update(table)
    .set(changes as never)
    .where(eq(table.id, row.id));
}

export async function addAgence(db: Db, values: Partial<typeof agences.$inferInsert> = {}) {
  const n = next();
  const row = {
    code: `a${n}`,
    nom: `Agence ${n}`,
    voie: "1 rue de la Paix",
    codePostal: "75002",
    commune: "Paris",
  };
  const rest = { serieFacture: `T${n}`, identifiant: "123456782", numeroDeclaration: "SAP123456782" };
  return first(
    await db
      .insert(agences)
      .values({ ...row, ...rest, dateDeclaration: "2020-01-01", ...values })
      .returning(),
  );
}

export async function addUtilisateur(
  db: Db,
  values: Partial<PlainInsert<typeof utilisateurs>> & { agenceIds?: number[] } = {},
) {
  const n = next();
  const { agenceIds = [], ...rest } = values;
  const base = {
    email: `u${n}@example.test`,
    prenom: "Test",
    nom: `Personne ${n}`,
    role: "gestionnaire" as const,
  };
  const person = { ...base, emailVerifieLe: new Date(), ...rest };
  const { recherche, emailEmpreinte } = personPrints("utilisateurs", person);
  const row = await addSealed(db, utilisateurs, {
    ...person,
    recherche,
    emailEmpreinte: emailEmpreinte ?? "",
  });
  if (agenceIds.length > 0) {
    await db
      .insert(utilisateurAgences)
      .values(agenceIds.map((agenceId) => ({ agenceId, utilisateurId: row.id })));
  }
  return row;
}

/** A client with one main address. */
export async function addClient(db: Db, agenceId: number, values: Partial<PlainInsert<typeof clients>> = {}) {
  const n = next();
  const person = { prenom: "Claire", nom: `Martin ${n}`, email: `c${n}@example.test`, ...values };
  const client = await addSealed(db, clients, { agenceId, ...personPrints("clients", person), ...person });
  const place = {
    voie: `${n} rue des Lilas`,
    codePostal: "75011",
    commune: "Paris",
    latitude: 48.86,
    longitude: 2.38,
  };
  const row = { clientId: client.id, agenceId, principale: true, ...place };
  const adresse = await addSealed(db, adresses, row);
  return { client, adresse };
}

/** An intervenant with the given skills, available every day from 7 to 21. */
export async function addIntervenant(
  db: Db,
  agenceId: number,
  activiteIds: readonly number[] = [],
  values: Partial<PlainInsert<typeof intervenants>> = {},
) {
  const n = next();
  const base = {
    agenceId,
    matricule: `M${n}`,
    prenom: "Nadia",
    nom: `Haddad ${n}`,
    latitude: 48.85,
    longitude: 2.37,
  };
  const person = { ...base, ...values };
  const row = await addSealed(db, intervenants, { ...personPrints("intervenants", person), ...person });
  const days = [1, 2, 3, 4, 5, 6, 7].map((jour) => ({ intervenantId: row.id, jour, du: "2020-01-01" }));
  await db
    .insert(disponibilites)
    .values(days.map((day) => ({ ...day, heureDebut: "07:00", heureFin: "21:00" })));
  if (activiteIds.length > 0) {
    await db
      .insert(competences)
      .values(activiteIds.map((activiteId) => ({ activiteId, intervenantId: row.id })));
  }
  return row;
}

/** An activity and its price in an agency: 31.90 €/h, one hour minimum, 10 % VAT unless said otherwise. */
export async function addActivite(
  db: Db,
  agenceId: number,
  values: Partial<typeof activites.$inferInsert> = {},
  price: Partial<typeof tarifs.$inferInsert> = {},
) {
  const n = next();
  const words = { fr: `Ménage ${n}`, en: `Cleaning ${n}`, ar: `تنظيف ${n}`, tzm: `Asizdeg ${n}` };
  const base = { code: `menage-${n}`, famille: "maison" as const, regime: "declaration" as const };
  const activite = first(
    await db
      .insert(activites)
      .values({ ...base, libelles: words, libellesLegaux: words, ...values })
      .returning(),
  );
  const cost = { prixHoraireTtc: 3190, minimumMin: 60, tauxTvaBp: 1000, du: "2020-01-01" };
  await db.insert(tarifs).values({ agenceId, activiteId: activite.id, ...cost, ...price });
  return activite;
}

type Visit = {
  agenceId: number;
  clientId: number;
  adresseId: number;
  activiteId: number;
  intervenantId?: number | null;
};

/** A planned two-hour visit. */
export async function addPrestation(
  db: Db,
  visit: Visit,
  values: Partial<PlainInsert<typeof prestations>> = {},
) {
  const debut = values.debut ?? new Date("2026-03-12T09:00:00Z");
  const fin = values.fin ?? new Date(debut.getTime() + 7_200_000);
  const price = { prixHoraireTtc: 3190, minimumMin: 60, tauxTvaBp: 1000, prixTtc: 6380, devise: "EUR" };
  return addSealed(db, prestations, { ...visit, ...price, debut, fin, ...values });
}

/** Mail to one address, the latest first, as people read it. */
export const mailTo = (db: Db, email: string) =>
  opened(
    db,
    db
      .select(columnsOf(courriels))
      .from(courriels)
      .where(eq(courriels.destinataireEmpreinte, equalityPrint("courriels", email)))
      .orderBy(desc(courriels.id)),
  );

/** The condition that finds an account by its e-mail. */
export const accountWith = (email: string) =>
  eq(utilisateurs.emailEmpreinte, equalityPrint("utilisateurs", email));
