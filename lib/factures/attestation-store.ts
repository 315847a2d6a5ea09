import { and, asc, eq, exists, inArray, isNotNull, sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { activites, avantagesFiscaux } from "@/db/schema/activites";
import { adresses, clients } from "@/db/schema/clients";
import { factureLignes, factures, paiements } from "@/db/schema/factures";
import { intervenants } from "@/db/schema/intervenants";
import { agences } from "@/db/schema/organisation";
import { prestations } from "@/db/schema/prestations";
import { columnsOf, opened, type Plain, toOpen } from "@/db/vault/open";
import { orderingOf, type Page, paginate } from "@/lib/foundation/page";
import type { Scope } from "@/lib/foundation/policy";
import { within } from "@/lib/foundation/reach";
import type { FactureComptee } from "./attestation";
import { creditedOf } from "./store";

export type Attestable = {
  client: Plain<typeof clients>;
  agence: typeof agences.$inferSelect;
};

const yearOf = (annee: number) => sql`${paiements.date} between ${`${annee}-01-01`} and ${`${annee}-12-31`}`;

type Request = {
  limit: number;
  cursor?: string;
  ordering?: string;
  annee: number;
  client_id?: number;
  agence_id?: number;
};

/** Clients who paid something in a year where their country gives a tax benefit. */
export async function listAttestable(
  db: Queryable,
  scope: Scope,
  request: Request,
): Promise<Page<Attestable>> {
  const paid = db
    .select({ one: sql`1` })
    .from(paiements)
    .innerJoin(factures, eq(factures.id, paiements.factureId))
    .where(and(eq(factures.clientId, clients.id), yearOf(request.annee)));
  const benefit = db
    .select({ one: sql`1` })
    .from(avantagesFiscaux)
    .where(
      and(
        eq(avantagesFiscaux.pays, agences.pays),
        sql`daterange(${avantagesFiscaux.du}, ${avantagesFiscaux.au}, '[]') && daterange(${`${request.annee}-01-01`}::date, ${`${request.annee}-12-31`}::date, '[]')`,
      ),
    );
  return paginate(
    request,
    orderingOf(request.ordering, { id: [clients.id] }, "id"),
    (part) =>
      opened(
        db,
        db
          .select({ client: columnsOf(clients), agence: agences })
          .from(clients)
          .innerJoin(agences, eq(agences.id, clients.agenceId))
          .where(
            and(
              within(scope, { agence: clients.agenceId, client: clients.id }),
              request.client_id ? eq(clients.id, request.client_id) : undefined,
              request.agence_id ? eq(clients.agenceId, request.agence_id) : undefined,
              exists(paid),
              exists(benefit),
              part.where,
            ),
          )
          .orderBy(...part.orderBy)
          .limit(part.limit),
      ),
    (row) => [row.client.id],
  );
}

/** The invoices of some clients with their lines and payments, by client; those without a payment are left out. */
export async function loadComptes(
  db: Queryable,
  clientIds: readonly number[],
): Promise<Map<number, FactureComptee[]>> {
  if (clientIds.length === 0) return new Map();
  const mine = and(
    inArray(factures.clientId, [...clientIds]),
    eq(factures.type, "facture"),
    isNotNull(factures.numero),
  );
  const [lines, paid] = await Promise.all([
    db
      .select({
        ligne: factureLignes,
        credite: creditedOf,
        intervenantId: prestations.intervenantId,
        mois: sql<string>`to_char(coalesce(${prestations.debut} at time zone ${agences.fuseau}, (${factures.periode} || '-01')::timestamp), 'YYYY-MM')`,
      })
      .from(factureLignes)
      .innerJoin(factures, eq(factures.id, factureLignes.factureId))
      .innerJoin(agences, eq(agences.id, factures.agenceId))
      .leftJoin(prestations, eq(prestations.id, factureLignes.prestationId))
      .where(mine)
      .orderBy(asc(factureLignes.factureId), asc(factureLignes.rang)),
    opened(
      db,
      db
        .select({ paiement: columnsOf(paiements), clientId: factures.clientId, numero: factures.numero })
        .from(paiements)
        .innerJoin(factures, eq(factures.id, paiements.factureId))
        .where(mine)
        .orderBy(asc(paiements.id)),
    ),
  ]);
  const lignesOf = Map.groupBy(lines, ({ ligne }) => ligne.factureId);
  const byClient = new Map<number, FactureComptee[]>();
  for (const [factureId, payments] of Map.groupBy(paid, ({ paiement }) => paiement.factureId)) {
    const [first] = payments;
    if (!first) continue;
    const facture = {
      numero: first.numero ?? "",
      paiements: payments.map(({ paiement: { id, date, mode, montant } }) => ({ id, date, mode, montant })),
      lignes: (lignesOf.get(factureId) ?? []).map(({ ligne, credite, intervenantId, mois }) => ({
        activiteId: ligne.activiteId ?? 0,
        mois,
        intervenantId,
        minutes: ligne.unite === "heure" ? ligne.quantiteMin : 0,
        prixHoraire: ligne.prixUnitaireTtc,
        net: ligne.montantTtc - credite,
      })),
    };
    byClient.set(first.clientId, [...(byClient.get(first.clientId) ?? []), facture]);
  }
  return byClient;
}

/** The words and people of one certificate. */
export async function loadMots(
  db: Queryable,
  clientId: number,
  activiteIds: readonly number[],
  intervenantIds: readonly number[],
) {
  const [services, people, places] = await Promise.all([
    db
      .select()
      .from(activites)
      .where(inArray(activites.id, [...activiteIds, 0])),
    opened(
      db,
      db
        .select({
          id: intervenants.id,
          matricule: intervenants.matricule,
          nom: toOpen(intervenants.nom),
          prenom: toOpen(intervenants.prenom),
        })
        .from(intervenants)
        .where(inArray(intervenants.id, [...intervenantIds, 0])),
    ),
    opened(
      db,
      db
        .select(columnsOf(adresses))
        .from(adresses)
        .where(and(eq(adresses.clientId, clientId), eq(adresses.principale, true))),
    ),
  ]);
  return {
    activites: new Map(services.map((one) => [one.id, one])),
    intervenants: new Map(people.map((one) => [one.id, one])),
    adresse: places[0],
  };
}
