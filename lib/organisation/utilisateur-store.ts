import { and, count, desc, eq, inArray, isNotNull, isNull, ne, type SQL, sql } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { secondsFacteurs } from "@/db/schema/comptes";
import { agences, jetonsRafraichissement, utilisateurAgences, utilisateurs } from "@/db/schema/organisation";
import { orderingOf, type Page, paginate } from "@/lib/foundation/page";
import { fold } from "@/lib/i18n/text";

export type UtilisateurRow = typeof utilisateurs.$inferSelect;
export type UtilisateurFileRow = Omit<UtilisateurRow, "motDePasse"> & {
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
  email: utilisateurs.email,
  prenom: utilisateurs.prenom,
  nom: utilisateurs.nom,
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

const orderings = {
  nom: [utilisateurs.nom, utilisateurs.prenom, utilisateurs.id],
  email: [utilisateurs.email],
  cree_le: [utilisateurs.creeLe, utilisateurs.id],
  id: [utilisateurs.id],
} as const;
const keys = { nom: "nom", prenom: "prenom", email: "email", cree_le: "creeLe", id: "id" } as const;

export async function listUtilisateurs(
  db: Queryable,
  request: ListRequest,
): Promise<Page<UtilisateurFileRow>> {
  const filter = and(
    request.role ? eq(utilisateurs.role, request.role) : undefined,
    request.actif === undefined ? undefined : eq(utilisateurs.actif, request.actif),
    ...matching(request.q),
  );
  const ordering = orderingOf(request.ordering, orderings, "nom");
  const [page, total] = await Promise.all([
    paginate(
      request,
      ordering,
      (part) =>
        db
          .select(columns)
          .from(utilisateurs)
          .where(and(filter, part.where))
          .orderBy(...part.orderBy)
          .limit(part.limit),
      (row) => ordering.columns.map((column) => row[keys[column.name as keyof typeof keys]]),
    ),
    request.count ? db.select({ n: count() }).from(utilisateurs).where(filter) : undefined,
  ]);
  return total ? { ...page, count: total[0]?.n ?? 0 } : page;
}

/** Letter by letter what `fold` does, for names that have no search column. */
const ACCENTED = "àâäáãåéèêëíîïóôöõúùûüçñḍḥṛṣṭẓǧčɛ";
const PLAIN = "aaaaaaeeeeiiioooouuuucndhrstzgce";

/** Each word must occur in the name or the e-mail, accents and case aside. */
function matching(q: string | undefined): SQL[] {
  const words = fold(q ?? "")
    .replace(/[%_\\]/g, " ")
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 6);
  const whole = sql`${utilisateurs.prenom} || ' ' || ${utilisateurs.nom} || ' ' || ${utilisateurs.email}`;
  const text = sql`replace(translate(lower(${whole}), ${ACCENTED}, ${PLAIN}), 'ɣ', 'gh')`;
  return words.map((word) => sql`${text} like ${`%${word}%`}`);
}

/** The people who signed in last. */
export async function listLastSeen(db: Queryable, limit: number): Promise<UtilisateurFileRow[]> {
  return db
    .select(columns)
    .from(utilisateurs)
    .where(isNotNull(utilisateurs.derniereConnexionLe))
    .orderBy(desc(utilisateurs.derniereConnexionLe))
    .limit(limit);
}

export async function countByRole(db: Queryable): Promise<{ role: string; actif: boolean; n: number }[]> {
  return db
    .select({ role: utilisateurs.role, actif: utilisateurs.actif, n: count() })
    .from(utilisateurs)
    .groupBy(utilisateurs.role, utilisateurs.actif);
}

export async function findUtilisateur(db: Queryable, id: number): Promise<UtilisateurFileRow | undefined> {
  const rows = await db.select(columns).from(utilisateurs).where(eq(utilisateurs.id, id));
  return rows[0];
}

export async function lockUtilisateur(tx: Tx, id: number): Promise<UtilisateurRow | undefined> {
  const rows = await tx.select().from(utilisateurs).where(eq(utilisateurs.id, id)).for("update");
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

export async function insertUtilisateur(tx: Tx, values: typeof utilisateurs.$inferInsert): Promise<number> {
  const rows = await tx.insert(utilisateurs).values(values).returning({ id: utilisateurs.id });
  return (rows[0] as { id: number }).id;
}

export async function updateUtilisateurRow(
  tx: Tx,
  id: number,
  values: Partial<UtilisateurRow>,
  now: Date,
): Promise<void> {
  await tx
    .update(utilisateurs)
    .set({ ...values, version: sql`${utilisateurs.version} + 1`, modifieLe: now })
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
  await tx
    .update(utilisateurs)
    .set({ versionJeton: sql`${utilisateurs.versionJeton} + 1` })
    .where(eq(utilisateurs.id, id));
  await tx
    .update(jetonsRafraichissement)
    .set({ revoqueLe: now })
    .where(and(eq(jetonsRafraichissement.utilisateurId, id), isNull(jetonsRafraichissement.revoqueLe)));
}
