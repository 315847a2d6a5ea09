import { and, asc, count, eq, gt, inArray, lt, ne, type SQL, sql } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { adresses, clients } from "@/db/schema/clients";
import { absences, competences, disponibilites, intervenants, secteurs } from "@/db/schema/intervenants";
import { agences } from "@/db/schema/organisation";
import { prestations } from "@/db/schema/prestations";
import { statement } from "@/db/statement";
import { columnsOf, opened, type Plain, toOpen } from "@/db/vault/open";
import type { Span } from "./journee";
import type { Candidat, Disponibilite } from "./regles";

export type Agence = typeof agences.$inferSelect;
export type Client = Plain<typeof clients>;
export type Adresse = Plain<typeof adresses>;

/** Longest visit and rest around a moment: what lies further away cannot matter to the rules. */
const AROUND_MS = 72 * 3_600_000;

/**
 * Makes every booking of these intervenants wait for this transaction, in one order, so that none deadlocks; the
 * exclusion constraint still has the last word.
 */
export async function lockIntervenants(tx: Tx, ids: readonly number[]): Promise<void> {
  const sorted = [...new Set(ids)].sort((a, b) => a - b);
  if (sorted.length === 0) return;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('intervenant:' || one))
    from unnest(${`{${sorted.join(",")}}`}::integer[]) as one`);
}

/** Ids of the active intervenants of an agency who hold the skill. */
export async function competentIds(db: Queryable, agenceId: number, activiteId: number): Promise<number[]> {
  const rows = await db
    .select({ id: intervenants.id })
    .from(intervenants)
    .innerJoin(competences, eq(competences.intervenantId, intervenants.id))
    .where(
      and(
        eq(intervenants.agenceId, agenceId),
        eq(intervenants.actif, true),
        eq(competences.activiteId, activiteId),
      ),
    );
  return rows.map(({ id }) => id);
}

export type Question = {
  agenceId: number;
  activiteId: number;
  clientId: number;
  /** These intervenants only; otherwise all active ones of the agency who hold the skill. */
  ids?: readonly number[];
  span: Span;
  /** A visit that is being changed: its own slot counts as free. */
  exclure?: number;
};

/** Active intervenants with all that the rules ask of them, in six statements whatever their number. */
export async function loadCandidats(db: Queryable, question: Question): Promise<Candidat[]> {
  const who = eligible(question);
  const from = new Date(question.span.debut - AROUND_MS);
  const until = new Date(question.span.fin + AROUND_MS);
  const [people, zones, hours, away, visits, known] = await Promise.all([
    opened(db, selectPeople(db, question, who)),
    db.select().from(secteurs).where(sql`${secteurs.intervenantId} in ${who}`),
    db.select().from(disponibilites).where(sql`${disponibilites.intervenantId} in ${who}`),
    db
      .select({ intervenantId: absences.intervenantId, debut: absences.debut, fin: absences.fin })
      .from(absences)
      .where(
        and(
          sql`${absences.intervenantId} in ${who}`,
          eq(absences.statut, "approuvee"),
          lt(absences.debut, until),
          gt(absences.fin, from),
        ),
      ),
    selectVisits(db, question, who, { from, until }),
    db
      .select({ intervenantId: prestations.intervenantId, n: count() })
      .from(prestations)
      .where(
        and(
          eq(prestations.clientId, question.clientId),
          inArray(prestations.statut, ["realisee", "validee", "facturee"]),
        ),
      )
      .groupBy(prestations.intervenantId),
  ]);
  const of = <T extends { intervenantId: number | null }>(rows: T[]) =>
    Map.groupBy(rows, ({ intervenantId }) => intervenantId);
  const [zonesOf, hoursOf, awayOf, visitsOf, knownOf] = [
    of(zones),
    of(hours),
    of(away),
    of(visits),
    of(known),
  ];
  return people.map((person) => ({
    ...person,
    secteurs: (zonesOf.get(person.id) ?? []).map(({ codePostal }) => codePostal),
    disponibilites: (hoursOf.get(person.id) ?? []).map(weekly),
    absences: (awayOf.get(person.id) ?? []).map(spanOf),
    visites: (visitsOf.get(person.id) ?? []).map(spanOf),
    connu: knownOf.get(person.id)?.[0]?.n ?? 0,
  }));
}

function eligible({ agenceId, activiteId, ids }: Question): SQL {
  if (ids) {
    const list =
      ids.length > 0
        ? sql.join(
            ids.map((id) => sql`${id}::integer`),
            sql`, `,
          )
        : sql`null`;
    return sql`(select i.id from ${intervenants} i where i.agence_id = ${agenceId} and i.actif and i.id in (${list}))`;
  }
  return sql`(select i.id from ${intervenants} i join ${competences} c on c.intervenant_id = i.id
    where i.agence_id = ${agenceId} and i.actif and c.activite_id = ${activiteId})`;
}

function selectPeople(db: Queryable, { activiteId }: Question, who: SQL) {
  return db
    .select({
      id: intervenants.id,
      prenom: toOpen(intervenants.prenom),
      latitude: toOpen(intervenants.latitude),
      longitude: toOpen(intervenants.longitude),
      competent: sql<boolean>`${competences.activiteId} is not null`,
    })
    .from(intervenants)
    .leftJoin(
      competences,
      and(eq(competences.intervenantId, intervenants.id), eq(competences.activiteId, activiteId)),
    )
    .where(sql`${intervenants.id} in ${who}`)
    .orderBy(asc(intervenants.id));
}

function selectVisits(
  db: Queryable,
  { exclure }: Question,
  who: SQL,
  { from, until }: { from: Date; until: Date },
) {
  return db
    .select({ intervenantId: prestations.intervenantId, debut: prestations.debut, fin: prestations.fin })
    .from(prestations)
    .where(
      and(
        sql`${prestations.intervenantId} in ${who}`,
        ne(prestations.statut, "annulee"),
        // A visit lasts a day at most, so that the index on debut bounds both ends.
        gt(prestations.debut, new Date(from.getTime() - 86_400_000)),
        lt(prestations.debut, until),
        exclure === undefined ? undefined : ne(prestations.id, exclure),
      ),
    )
    .orderBy(asc(prestations.debut));
}

const spanOf = ({ debut, fin }: { debut: Date; fin: Date }): Span => ({
  debut: debut.getTime(),
  fin: fin.getTime(),
});

function weekly(row: typeof disponibilites.$inferSelect): Disponibilite {
  return {
    jour: row.jour,
    debutMin: minutesOfClock(row.heureDebut),
    finMin: minutesOfClock(row.heureFin),
    du: row.du,
    au: row.au,
  };
}

const minutesOfClock = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));

type ClientPlace = { client: Client; agence: Agence; adresse: Adresse | null };

function selectPlaces(db: Queryable, of: SQL | undefined) {
  return db
    .select({ client: columnsOf(clients), agence: agences, adresse: columnsOf(adresses) })
    .from(clients)
    .innerJoin(agences, eq(agences.id, clients.agenceId))
    .leftJoin(adresses, and(eq(adresses.clientId, clients.id), eq(adresses.actif, true), of));
}

type SealedPlaces = Awaited<ReturnType<typeof selectPlaces>>;

const clientPlace = statement<{ clientId: number; adresseId: number | null }, SealedPlaces, boolean>(
  (db, { clientId, adresseId }, main) =>
    selectPlaces(db, main ? eq(adresses.principale, true) : eq(adresses.id, adresseId)).where(
      eq(clients.id, clientId),
    ),
);

/** A client with their agency and one address (the main one unless asked otherwise). */
export async function findClientPlace(
  db: Queryable,
  clientId: number,
  adresseId?: number,
): Promise<ClientPlace | undefined> {
  const main = adresseId === undefined;
  const values = { clientId, adresseId: adresseId ?? null };
  const [found] = await opened(db, clientPlace(db, values, { key: String(main), of: main }));
  return found;
}

/** An address of a visit, put aside or not. */
export async function findAdresse(db: Queryable, id: number): Promise<Adresse | undefined> {
  const rows = await opened(db, db.select(columnsOf(adresses)).from(adresses).where(eq(adresses.id, id)));
  return rows[0];
}
