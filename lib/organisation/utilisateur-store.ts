import { and, count, desc, eq, inArray, isNotNull, isNull, ne, type SQL, sql } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { secondsFacteurs, sessions } from "@/db/schema/comptes";
import { agences, jetonsRafraichissement, utilisateurAgences, utilisateurs } from "@/db/schema/organisation";
import { columnsOf, opened, type Plain, toOpen } from "@/db/vault/open";
import { paginateByName } from "@/lib/foundation/name-page";
import { orderingOf, type Page, paginate } from "@/lib/foundation/page";
import { matchingPerson } from "@/lib/foundation/person-search";
import { type NewUtilisateur, sealedAccount, sealedAccountChanges } from "./identity-store";

export type UtilisateurRow = Plain<typeof utilisateurs>;
export type UtilisateurFileRow = Omit<UtilisateurRow, "motDePasse" | "emailEmpreinte" | "recherche"> & {
  agenceIds: number[];
  secondFacteur: boolean;
};

type ListRequest = {
  limit: number;
  cursor?: string;
  ordering?: string;
  count?: boolean;
  q?: string;
  role?: UtilisateurRow["role"];
  actif?: boolean;
};

/** Written with its table: inside a selected expression the builder would say "id" alone. */
const ownId = sql`${utilisateurs}.${sql.identifier("id")}`;

const columns = {
  id: utilisateurs.id,
  email: toOpen(utilisateurs.email),
  prenom: toOpen(utilisateurs.prenom),
  nom: toOpen(utilisateurs.nom),
  role: utilisateurs.role,
  langue: utilisateurs.langue,
  actif: utilisateurs.actif,
  emailVerifieLe: utilisateurs.emailVerifieLe,
  versionJeton: utilisateurs.versionJeton,
  derniereConnexionLe: utilisateurs.derniereConnexionLe,
  version: utilisateurs.version,
  creeLe: utilisateurs.creeLe,
  modifieLe: utilisateurs.modifieLe,
  secondFacteur: sql<boolean>`exists (select 1 from ${secondsFacteurs}
    where ${secondsFacteurs.utilisateurId} = ${ownId} and ${secondsFacteurs.activeLe} is not null)`,
  agenceIds: sql<
    number[]
  >`coalesce((select array_agg(${utilisateurAgences.agenceId} order by ${utilisateurAgences.agenceId})
    from ${utilisateurAgences} where ${utilisateurAgences.utilisateurId} = ${ownId}), '{}')`,
};

const orderings = { cree_le: [utilisateurs.creeLe, utilisateurs.id], id: [utilisateurs.id] } as const;

/** Accounts by name (or `email`, whose addresses stand sealed as names do), or by a column. */
export async function listUtilisateurs(
  db: Queryable,
  request: ListRequest,
): Promise<Page<UtilisateurFileRow>> {
  const filter = and(
    request.role ? eq(utilisateurs.role, request.role) : undefined,
    request.actif === undefined ? undefined : eq(utilisateurs.actif, request.actif),
    matchingPerson("utilisateurs", utilisateurs.recherche, request.q),
  );
  const by = (request.ordering ?? "nom").replace(/^-/, "");
  if (by !== "nom" && by !== "email") return byColumn(db, filter, request);
  const { total, ...page } = await paginateByName(
    request,
    async () => {
      const rows = await opened(db, db.select(names).from(utilisateurs).where(filter));
      return by === "nom" ? rows : rows.map(({ id, email }) => ({ id, nom: email, prenom: "" }));
    },
    (ids) => opened(db, selectRows(db, inArray(utilisateurs.id, [...ids]))),
  );
  return request.count ? { ...page, count: total } : page;
}

const names = { id: columns.id, nom: columns.nom, prenom: columns.prenom, email: columns.email };

async function byColumn(db: Queryable, filter: SQL | undefined, request: ListRequest) {
  const ordering = orderingOf(request.ordering, orderings, "id");
  const [page, total] = await Promise.all([
    paginate(
      request,
      ordering,
      (part) =>
        opened(
          db,
          selectRows(db, and(filter, part.where))
            .orderBy(...part.orderBy)
            .limit(part.limit),
        ),
      (row) => ordering.columns.map((column) => (column.name === "cree_le" ? row.creeLe : row.id)),
    ),
    request.count ? db.select({ n: count() }).from(utilisateurs).where(filter) : undefined,
  ]);
  return total ? { ...page, count: total[0]?.n ?? 0 } : page;
}

const selectRows = (db: Queryable, where: SQL | undefined) => {
  const query = db.select(columns).from(utilisateurs);
  return query.where(where).$dynamic();
};

/** The people who signed in last. */
export async function listLastSeen(db: Queryable, limit: number): Promise<UtilisateurFileRow[]> {
  return opened(
    db,
    selectRows(db, isNotNull(utilisateurs.derniereConnexionLe))
      .orderBy(desc(utilisateurs.derniereConnexionLe))
      .limit(limit),
  );
}

export async function countByRole(db: Queryable): Promise<{ role: string; actif: boolean; n: number }[]> {
  return db
    .select({ role: utilisateurs.role, actif: utilisateurs.actif, n: count() })
    .from(utilisateurs)
    .groupBy(utilisateurs.role, utilisateurs.actif);
}

export async function findUtilisateur(db: Queryable, id: number): Promise<UtilisateurFileRow | undefined> {
  const rows = await opened(db, selectRows(db, eq(utilisateurs.id, id)));
  return rows[0];
}

export async function lockUtilisateur(tx: Tx, id: number): Promise<UtilisateurRow | undefined> {
  const rows = await opened(
    tx,
    tx.select(columnsOf(utilisateurs)).from(utilisateurs).where(eq(utilisateurs.id, id)).for("update"),
  );
  return rows[0];
}

/** One change of admins at a time: two of them may be about to remove each other. */
export async function lockAdmins(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('utilisateurs.admins', 0))`);
}

export async function countOtherAdmins(tx: Tx, id: number): Promise<number> {
  const rows = await tx
    .select({ n: count() })
    .from(utilisateurs)
    .where(and(eq(utilisateurs.role, "admin"), eq(utilisateurs.actif, true), ne(utilisateurs.id, id)));
  return rows[0]?.n ?? 0;
}

export async function insertUtilisateur(tx: Tx, values: NewUtilisateur): Promise<number> {
  const rows = await tx
    .insert(utilisateurs)
    .values(await sealedAccount(tx, values))
    .returning({ id: utilisateurs.id });
  return (rows[0] as { id: number }).id;
}

export async function updateUtilisateurRow(
  tx: Tx,
  id: number,
  values: Partial<UtilisateurRow>,
  now: Date,
): Promise<void> {
  const sealed = await sealedAccountChanges(tx, id, values);
  await tx
    .update(utilisateurs)
    .set({ ...sealed, version: sql`${utilisateurs.version} + 1`, modifieLe: now })
    .where(eq(utilisateurs.id, id));
}

/** How many of these agencies exist. */
export async function countAgencesAmong(db: Queryable, ids: readonly number[]): Promise<number> {
  if (ids.length === 0) return 0;
  const rows = await db
    .select({ n: count() })
    .from(agences)
    .where(inArray(agences.id, [...ids]));
  return rows[0]?.n ?? 0;
}

export async function replaceUtilisateurAgences(tx: Tx, id: number, ids: readonly number[]): Promise<void> {
  await tx.delete(utilisateurAgences).where(eq(utilisateurAgences.utilisateurId, id));
  if (ids.length > 0)
    await tx.insert(utilisateurAgences).values(ids.map((agenceId) => ({ agenceId, utilisateurId: id })));
}

/** Ends every session and token of a person; what is already open dies at the next check, within a minute. */
export async function endSessions(tx: Tx, id: number, now: Date): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.utilisateurId, id));
  await tx
    .update(utilisateurs)
    .set({ versionJeton: sql`${utilisateurs.versionJeton} + 1` })
    .where(eq(utilisateurs.id, id));
  await tx
    .update(jetonsRafraichissement)
    .set({ revoqueLe: now })
    .where(and(eq(jetonsRafraichissement.utilisateurId, id), isNull(jetonsRafraichissement.revoqueLe)));
}
