import { and, asc, eq, gte, inArray, isNull, lt, notExists, or, type SQL, sql } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { activites } from "@/db/schema/activites";
import { clients } from "@/db/schema/clients";
import { factureLignes, factures } from "@/db/schema/factures";
import { agences } from "@/db/schema/organisation";
import { prestations } from "@/db/schema/prestations";
import { columnsOf, opened, type Plain, type PlainInsert, toOpen } from "@/db/vault/open";
import { sealRows } from "@/db/vault/seal";
import { byName } from "@/lib/foundation/name-page";
import type { Scope } from "@/lib/foundation/policy";
import { within } from "@/lib/foundation/reach";

export type BillableVisit = Plain<typeof prestations> & {
  libelles: { fr: string; en: string; ar: string; tzm: string };
};

/** Local start within the civil month, in the agency's own zone. */
const inMonth = (periode: string): SQL =>
  sql`to_char(${prestations.debut} at time zone ${agences.fuseau}, 'YYYY-MM') = ${periode}`;

/** Bounds that let the index work: the month, one day wider on both sides. */
function around(periode: string): SQL | undefined {
  const [year = 0, month = 1] = periode.split("-").map(Number);
  const start = new Date(Date.UTC(year, month - 1, 0));
  const end = new Date(Date.UTC(year, month, 2));
  return and(gte(prestations.debut, start), lt(prestations.debut, end));
}

/** Validated visits, and cancelled ones with a fee. */
const billable = or(
  eq(prestations.statut, "validee"),
  and(eq(prestations.statut, "annulee"), sql`${prestations.fraisAnnulation} > 0`),
);

function notYetBilled(db: Queryable, draftId: number | null): SQL {
  return notExists(
    db
      .select({ one: sql`1` })
      .from(factureLignes)
      .where(
        and(
          eq(factureLignes.prestationId, prestations.id),
          eq(factureLignes.annulee, false),
          draftId === null ? undefined : sql`${factureLignes.factureId} <> ${draftId}`,
        ),
      ),
  );
}

/** What may be billed to a client for a month, oldest first; lines of the draft being rebuilt do not count. */
export async function listBillable(
  tx: Tx,
  clientId: number,
  periode: string,
  draftId: number | null,
): Promise<BillableVisit[]> {
  const rows = await opened(
    tx,
    tx
      .select({ visit: columnsOf(prestations), libelles: activites.libellesLegaux })
      .from(prestations)
      .innerJoin(agences, eq(agences.id, prestations.agenceId))
      .innerJoin(activites, eq(activites.id, prestations.activiteId))
      .where(
        and(
          eq(prestations.clientId, clientId),
          around(periode),
          inMonth(periode),
          billable,
          notYetBilled(tx, draftId),
        ),
      )
      .orderBy(asc(prestations.debut), asc(prestations.id))
      .limit(600),
  );
  return rows.map(({ visit, libelles }) => ({ ...visit, libelles }));
}

export async function findDraft(tx: Tx, clientId: number, periode: string): Promise<number | null> {
  const rows = await tx
    .select({ id: factures.id })
    .from(factures)
    .where(
      and(
        eq(factures.clientId, clientId),
        eq(factures.periode, periode),
        eq(factures.statut, "brouillon"),
        eq(factures.type, "facture"),
      ),
    )
    .for("update");
  return rows[0]?.id ?? null;
}

/** The client with the agency's billing settings, locked so that two preparations of one client wait in line. */
export async function lockBilledClient(tx: Tx, scope: Scope, clientId: number) {
  const rows = await opened(
    tx,
    tx
      .select({
        id: clients.id,
        agenceId: clients.agenceId,
        langue: clients.langue,
        devise: agences.devise,
        fuseau: agences.fuseau,
      })
      .from(clients)
      .innerJoin(agences, eq(agences.id, clients.agenceId))
      .where(and(eq(clients.id, clientId), within(scope, { agence: clients.agenceId })))
      .for("update", { of: clients }),
  );
  return rows[0];
}

export async function insertDraft(tx: Tx, values: PlainInsert<typeof factures>): Promise<number> {
  const rows = await tx
    .insert(factures)
    .values(await sealRows(tx, factures, [values]))
    .returning({ id: factures.id });
  return (rows[0] as { id: number }).id;
}

export async function replaceLignes(
  tx: Tx,
  factureId: number,
  lignes: readonly (typeof factureLignes.$inferInsert)[],
): Promise<void> {
  await tx.delete(factureLignes).where(eq(factureLignes.factureId, factureId));
  if (lignes.length > 0) await tx.insert(factureLignes).values([...lignes]);
}

export type PreviewRow = {
  clientId: number;
  nom: string;
  prenom: string;
  agenceId: number;
  devise: string;
  prestations: number;
  minutes: number;
  totalTtc: number;
  aValider: number;
  brouillonId: number | null;
};

/** Every client of the month with visits to bill or to validate; one query. */
export async function previewMonth(
  db: Queryable,
  scope: Scope,
  periode: string,
  agenceId: number | undefined,
): Promise<PreviewRow[]> {
  const unbilled = sql`not exists (select 1 from ${factureLignes} l join ${factures} f on f.id = l.facture_id
    where l.prestation_id = ${prestations.id} and not l.annulee and f.statut <> 'brouillon')`;
  const counted = sql`(${billable}) and ${unbilled}`;
  const rows = await opened(
    db,
    db
      .select({
        clientId: clients.id,
        nom: toOpen(clients.nom),
        prenom: toOpen(clients.prenom),
        agenceId: clients.agenceId,
        devise: agences.devise,
        prestations: sql<number>`count(*) filter (where ${counted})::int`,
        minutes: sql<number>`coalesce(sum(${prestations.dureeFactureeMin}) filter (where ${counted}), 0)::int`,
        totalTtc: sql<number>`coalesce(sum(case when ${prestations.statut} = 'annulee' then ${prestations.fraisAnnulation} else ${prestations.prixTtc} end) filter (where ${counted}), 0)::int`,
        aValider: sql<number>`count(*) filter (where ${prestations.statut} = 'realisee')::int`,
        brouillonId: sql<
          number | null
        >`(select f.id from ${factures} f where f.client_id = ${clients.id} and f.periode = ${periode} and f.statut = 'brouillon' and f.type = 'facture')`,
      })
      .from(prestations)
      .innerJoin(clients, eq(clients.id, prestations.clientId))
      .innerJoin(agences, eq(agences.id, prestations.agenceId))
      .where(
        and(
          within(scope, { agence: prestations.agenceId }),
          agenceId ? eq(prestations.agenceId, agenceId) : undefined,
          isNull(clients.effaceLe),
          inArray(prestations.statut, ["realisee", "validee", "annulee"]),
          around(periode),
          inMonth(periode),
        ),
      )
      .groupBy(clients.id, agences.devise)
      .having(sql`count(*) filter (where ${counted} or ${prestations.statut} = 'realisee') > 0`)
      .orderBy(asc(clients.id))
      .limit(2000),
  );
  return byName(rows, (row) => row);
}
