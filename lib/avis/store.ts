import { and, count, eq, not, sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { activites } from "@/db/schema/activites";
import { clients } from "@/db/schema/clients";
import { agences } from "@/db/schema/organisation";
import { prestations } from "@/db/schema/prestations";
import { avis } from "@/db/schema/suivi";
import { opened, toOpen } from "@/db/vault/open";
import { withdrawn } from "@/lib/foundation/consents";
import { orderingOf, type Page, paginate } from "@/lib/foundation/page";

type ListRequest = {
  limit: number;
  cursor?: string;
  ordering?: string;
  agence_id?: number;
  type?: string;
};

const columns = {
  id: avis.id,
  note: avis.note,
  commentaire: toOpen(avis.commentaire),
  reponse: toOpen(avis.reponse),
  publieLe: sql<Date>`coalesce(${avis.publieLe}, ${avis.modifieLe})`.mapWith(avis.publieLe),
  prenom: toOpen(clients.prenom),
  code: activites.code,
  libelles: activites.libelles,
  agenceId: avis.agenceId,
  agence: agences.nom,
  fuseau: agences.fuseau,
};

export type AvisRow = {
  id: number;
  note: number;
  commentaire: string;
  reponse: string;
  publieLe: Date;
  initiale: string;
  code: string;
  libelles: (typeof activites.$inferSelect)["libelles"];
  agenceId: number;
  agence: string;
  fuseau: string;
};

const orderings = { id: [avis.id], note: [avis.note, avis.id] } as const;

/** Published reviews, the latest first, with the mean of all that match. */
export async function listPublished(
  db: Queryable,
  request: ListRequest,
): Promise<Page<AvisRow> & { moyenne: number | null; nombre: number }> {
  const filter = and(
    eq(avis.statut, "publie"),
    not(withdrawn("publication_avis", avis.clientId)),
    request.agence_id ? eq(avis.agenceId, request.agence_id) : undefined,
    request.type ? eq(activites.code, request.type) : undefined,
  );
  const ordering = orderingOf(request.ordering, orderings, "-id");
  const [page, totals] = await Promise.all([
    paginate(
      request,
      ordering,
      (part) =>
        opened(
          db,
          db
            .select(columns)
            .from(avis)
            .innerJoin(prestations, eq(prestations.id, avis.prestationId))
            .innerJoin(activites, eq(activites.id, prestations.activiteId))
            .innerJoin(agences, eq(agences.id, avis.agenceId))
            .innerJoin(clients, eq(clients.id, avis.clientId))
            .where(and(filter, part.where))
            .orderBy(...part.orderBy)
            .limit(part.limit),
        ),
      (row) => ordering.columns.map((column) => row[column.name as "id" | "note"]),
    ),
    db
      .select({ nombre: count(), moyenne: sql<string | null>`round(avg(${avis.note}), 1)` })
      .from(avis)
      .innerJoin(prestations, eq(prestations.id, avis.prestationId))
      .innerJoin(activites, eq(activites.id, prestations.activiteId))
      .where(filter),
  ]);
  const moyenne = totals[0]?.moyenne ?? null;
  // Only the initial goes further.
  const results = page.results.map(({ prenom, ...row }) => ({ ...row, initiale: initialOf(prenom) }));
  return {
    ...page,
    results,
    nombre: totals[0]?.nombre ?? 0,
    moyenne: moyenne === null ? null : Number(moyenne),
  };
}

const initialOf = (prenom: string) => ([...prenom][0] ?? "").toUpperCase();
