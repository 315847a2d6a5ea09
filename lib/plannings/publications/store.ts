import { and, desc, eq, inArray, ne, sql } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { clients } from "@/db/schema/clients";
import { intervenants } from "@/db/schema/intervenants";
import { agences, utilisateurs } from "@/db/schema/organisation";
import { publicationsPlanning, type VisitePubliee } from "@/db/schema/plannings";
import { prestations } from "@/db/schema/prestations";
import { opened, toOpen } from "@/db/vault/open";
import { orderingOf, type Page, paginate } from "@/lib/foundation/page";
import type { Scope } from "@/lib/foundation/policy";
import { within } from "@/lib/foundation/reach";

export type { VisitePubliee } from "@/db/schema/plannings";

type NewPublication = typeof publicationsPlanning.$inferInsert;
export type PublicationFile = Awaited<ReturnType<typeof selectFiles>>[number];

const shown = {
  id: publicationsPlanning.id,
  agenceId: publicationsPlanning.agenceId,
  semaine: publicationsPlanning.semaine,
  du: publicationsPlanning.du,
  numero: publicationsPlanning.numero,
  visites: sql<number>`jsonb_array_length(${publicationsPlanning.visites})`.mapWith(Number),
  nouvelles: publicationsPlanning.nouvelles,
  changees: publicationsPlanning.changees,
  retirees: publicationsPlanning.retirees,
  prevenus: publicationsPlanning.prevenus,
  creeLe: publicationsPlanning.creeLe,
  auteur: { id: utilisateurs.id, prenom: toOpen(utilisateurs.prenom), nom: toOpen(utilisateurs.nom) },
};

const selectFiles = (db: Queryable) =>
  db
    .select(shown)
    .from(publicationsPlanning)
    .leftJoin(utilisateurs, eq(utilisateurs.id, publicationsPlanning.publiePar));

/** Locks the agency's row, so that two publications of one week follow each other; its clock, or undefined. */
export async function lockAgence(tx: Tx, scope: Scope, id: number) {
  const rows = await tx
    .select({ id: agences.id, fuseau: agences.fuseau })
    .from(agences)
    .where(and(eq(agences.id, id), within(scope, { agence: agences.id })))
    .for("no key update");
  return rows[0];
}

/** The visits of [debut, fin) as they would be published. */
export async function selectVisites(
  db: Queryable,
  agenceId: number,
  span: { debut: Date; fin: Date },
): Promise<VisitePubliee[]> {
  const rows = await db
    .select({
      id: prestations.id,
      debut: prestations.debut,
      fin: prestations.fin,
      client: prestations.clientId,
      intervenant: prestations.intervenantId,
    })
    .from(prestations)
    .where(
      and(
        eq(prestations.agenceId, agenceId),
        ne(prestations.statut, "annulee"),
        sql`${prestations.debut} >= ${span.debut.toISOString()}::timestamptz`,
        sql`${prestations.debut} < ${span.fin.toISOString()}::timestamptz`,
      ),
    )
    .orderBy(prestations.debut, prestations.id);
  return rows.map((row) => ({ ...row, debut: row.debut.toISOString(), fin: row.fin.toISOString() }));
}

/** Of these visits, those on which somebody wrote why a rule is passed; the reason stays sealed. */
export async function selectDerogees(db: Queryable, ids: readonly number[]): Promise<Set<number>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .select({ id: prestations.id })
    .from(prestations)
    .where(and(inArray(prestations.id, [...ids]), sql`${prestations.derogation} <> ''`));
  return new Set(rows.map(({ id }) => id));
}

/** The last publication of a week with its visits; undefined before the first. */
export async function lastPublication(db: Queryable, agenceId: number, semaine: string) {
  const rows = await db
    .select({ ...shown, instantane: publicationsPlanning.visites })
    .from(publicationsPlanning)
    .leftJoin(utilisateurs, eq(utilisateurs.id, publicationsPlanning.publiePar))
    .where(and(eq(publicationsPlanning.agenceId, agenceId), eq(publicationsPlanning.semaine, semaine)))
    .orderBy(desc(publicationsPlanning.numero))
    .limit(1);
  return rows[0];
}

export async function insertPublication(tx: Tx, values: NewPublication): Promise<PublicationFile> {
  const rows = await tx
    .insert(publicationsPlanning)
    .values(values)
    .returning({ id: publicationsPlanning.id });
  const [file] = await selectFiles(tx).where(eq(publicationsPlanning.id, rows[0]?.id ?? 0));
  return file as PublicationFile;
}

type ListRequest = {
  limit: number;
  cursor?: string;
  ordering?: string;
  agence_id?: number;
  semaine?: string;
};

export async function listPublications(
  db: Queryable,
  scope: Scope,
  request: ListRequest,
): Promise<Page<PublicationFile>> {
  const ordering = orderingOf(request.ordering, { id: [publicationsPlanning.id] }, "-id");
  const { agence_id, semaine } = request;
  return paginate(
    request,
    ordering,
    (part) =>
      selectFiles(db)
        .where(
          and(
            within(scope, { agence: publicationsPlanning.agenceId }),
            agence_id ? eq(publicationsPlanning.agenceId, agence_id) : undefined,
            semaine ? eq(publicationsPlanning.semaine, semaine) : undefined,
            part.where,
          ),
        )
        .orderBy(...part.orderBy)
        .limit(part.limit),
    ({ id }) => [id],
  );
}

/** Names of the people of an agency, by id. */
export async function selectNames(
  db: Queryable,
  { clientIds, intervenantIds }: { clientIds: number[]; intervenantIds: number[] },
): Promise<{ clients: Map<number, string>; intervenants: Map<number, string> }> {
  const name = (row: { id: number; prenom: string; nom: string }): [number, string] => [
    row.id,
    `${row.prenom} ${row.nom}`.trim(),
  ];
  const [some, others] = await Promise.all([
    opened(
      db,
      db
        .select({ id: clients.id, prenom: toOpen(clients.prenom), nom: toOpen(clients.nom) })
        .from(clients)
        .where(inArray(clients.id, clientIds)),
    ),
    opened(
      db,
      db
        .select({ id: intervenants.id, prenom: toOpen(intervenants.prenom), nom: toOpen(intervenants.nom) })
        .from(intervenants)
        .where(inArray(intervenants.id, intervenantIds)),
    ),
  ]);
  return { clients: new Map(some.map(name)), intervenants: new Map(others.map(name)) };
}
