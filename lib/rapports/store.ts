import { and, asc, count, eq, inArray, lt, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Queryable } from "@/db/client";
import { activites } from "@/db/schema/activites";
import { clients } from "@/db/schema/clients";
import { factures } from "@/db/schema/factures";
import { absences, intervenants } from "@/db/schema/intervenants";
import { agences } from "@/db/schema/organisation";
import { prestations, reservations } from "@/db/schema/prestations";
import { opened, toOpen } from "@/db/vault/open";
import type { Scope } from "@/lib/foundation/policy";
import { within } from "@/lib/foundation/reach";
import { GRACE_MS, PRESSING_MS } from "./tableau";

export type Asked = { scope: Scope; agenceId?: number; now: Date };

/** The agencies of a question, on the column that holds them. */
const mine = ({ scope, agenceId }: Asked, column: PgColumn) =>
  and(within(scope, { agence: column }), agenceId ? eq(column, agenceId) : undefined);

const at = (moment: Date) => sql`${moment.toISOString()}::timestamptz`;
const plus = (now: Date, ms: number) => at(new Date(now.getTime() + ms));

/** Visits by what they wait for, and absences to decide, in one statement. */
export async function countVisits(db: Queryable, asked: Asked) {
  const now = at(asked.now);
  const p = prestations;
  const isToday = sql`(${p.debut} at time zone ${agences.fuseau})::date = (${now} at time zone ${agences.fuseau})::date`;
  const wasBefore = sql`(${p.debut} at time zone ${agences.fuseau})::date < (${now} at time zone ${agences.fuseau})::date`;
  const isOpen = sql`${p.statut} in ('planifiee', 'confirmee')`;
  const times = (condition: SQL) => sql<number>`count(*) filter (where ${condition})::integer`;
  const today = (statut: string) => times(sql`${isToday} and ${p.statut} = ${statut}`);
  const rows = await db
    .select({
      aAffecter: times(
        sql`${isOpen} and ${p.intervenantId} is null and ${p.debut} >= ${now} and ${p.debut} < ${plus(asked.now, PRESSING_MS)}`,
      ),
      enRetard: times(lateToday(asked.now)),
      sansDepart: times(leftOpen(asked.now)),
      nonPointees: times(sql`${isOpen} and ${wasBefore}`),
      aValider: times(sql`${p.statut} = 'realisee'`),
      planifiee: today("planifiee"),
      confirmee: today("confirmee"),
      en_cours: today("en_cours"),
      realisee: today("realisee"),
      validee: today("validee"),
      facturee: today("facturee"),
      annulee: today("annulee"),
      absences: sql<number>`(${absencesToDecide(db, asked)})`,
    })
    .from(p)
    .innerJoin(agences, eq(agences.id, p.agenceId))
    .where(
      and(
        mine(asked, p.agenceId),
        sql`(${p.statut} in ('realisee', 'en_cours')
          or (${isOpen} and ${p.debut} < ${plus(asked.now, PRESSING_MS)})
          or ${p.debut} between ${plus(asked.now, -2 * 86_400_000)} and ${plus(asked.now, 2 * 86_400_000)})`,
      ),
    );
  return rows[0] as (typeof rows)[number];
}

const absencesToDecide = (db: Queryable, asked: Asked) =>
  db
    .select({ n: sql<number>`count(*)::integer` })
    .from(absences)
    .innerJoin(intervenants, eq(intervenants.id, absences.intervenantId))
    .where(and(mine(asked, intervenants.agenceId), eq(absences.statut, "demandee")));

const lateToday = (now: Date) =>
  sql`${prestations.statut} in ('planifiee', 'confirmee')
    and ${prestations.debut} < ${plus(now, -GRACE_MS)}
    and (${prestations.debut} at time zone ${agences.fuseau})::date = (${at(now)} at time zone ${agences.fuseau})::date`;

const leftOpen = (now: Date) =>
  sql`${prestations.statut} = 'en_cours' and ${prestations.fin} < ${plus(now, -GRACE_MS)}`;

const ALERTS = 8;

/** Visits of today without an arrival, and those left open, oldest first. */
export function selectAlertes(db: Queryable, asked: Asked) {
  return opened(
    db,
    db
      .select({
        id: prestations.id,
        statut: prestations.statut,
        debut: prestations.debut,
        fin: prestations.fin,
        fuseau: agences.fuseau,
        client: { prenom: toOpen(clients.prenom), nom: toOpen(clients.nom) },
        intervenant: {
          id: intervenants.id,
          prenom: toOpen(intervenants.prenom),
          nom: toOpen(intervenants.nom),
          telephone: toOpen(intervenants.telephone),
        },
        libelles: activites.libelles,
      })
      .from(prestations)
      .innerJoin(agences, eq(agences.id, prestations.agenceId))
      .innerJoin(clients, eq(clients.id, prestations.clientId))
      .innerJoin(activites, eq(activites.id, prestations.activiteId))
      .leftJoin(intervenants, eq(intervenants.id, prestations.intervenantId))
      .where(
        and(
          mine(asked, prestations.agenceId),
          inArray(prestations.statut, ["planifiee", "confirmee", "en_cours"]),
          lt(prestations.debut, asked.now),
          sql`((${lateToday(asked.now)}) or (${leftOpen(asked.now)}))`,
        ),
      )
      .orderBy(asc(prestations.debut), asc(prestations.id))
      .limit(ALERTS),
  );
}

const REQUESTS = 5;

/** Requests that wait, those that expire first on top; each row also says how many there are in all. */
export function selectDemandes(db: Queryable, asked: Asked) {
  return opened(
    db,
    db
      .select({
        id: reservations.id,
        prestationId: prestations.id,
        expireLe: reservations.expireLe,
        debut: prestations.debut,
        fin: prestations.fin,
        fuseau: agences.fuseau,
        client: { prenom: toOpen(clients.prenom), nom: toOpen(clients.nom) },
        intervenant: { prenom: toOpen(intervenants.prenom), nom: toOpen(intervenants.nom) },
        libelles: activites.libelles,
        total: sql<number>`count(*) over ()::integer`,
      })
      .from(reservations)
      .innerJoin(prestations, eq(prestations.id, reservations.prestationId))
      .innerJoin(agences, eq(agences.id, reservations.agenceId))
      .innerJoin(clients, eq(clients.id, reservations.clientId))
      .innerJoin(activites, eq(activites.id, prestations.activiteId))
      .leftJoin(intervenants, eq(intervenants.id, prestations.intervenantId))
      .where(and(mine(asked, reservations.agenceId), eq(reservations.statut, "demandee")))
      .orderBy(asc(reservations.expireLe), asc(reservations.id))
      .limit(REQUESTS),
  );
}

/** Drafts to issue and invoices past their term: how many and how much, cents, by currency. */
export function sumFactures(db: Queryable, asked: Asked) {
  const isLate = sql<boolean>`${factures.statut} <> 'brouillon'`;
  return db
    .select({
      devise: factures.devise,
      isLate,
      nombre: count(),
      total: sql<number>`sum(${factures.totalTtc} - ${factures.credite} - ${factures.paye})::float8`,
    })
    .from(factures)
    .innerJoin(agences, eq(agences.id, factures.agenceId))
    .where(
      and(
        mine(asked, factures.agenceId),
        sql`(${factures.statut} = 'brouillon' or (${factures.statut} in ('emise', 'partiellement_payee')
          and ${factures.type} = 'facture'
          and ${factures.echeance} < (${at(asked.now)} at time zone ${agences.fuseau})::date))`,
      ),
    )
    .groupBy(factures.devise, isLate)
    .orderBy(asc(factures.devise));
}
