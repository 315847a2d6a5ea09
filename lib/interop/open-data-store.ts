import { and, eq, sql } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { activites } from "@/db/schema/activites";
import { adresses } from "@/db/schema/clients";
import { agences, parametres } from "@/db/schema/organisation";
import { prestations } from "@/db/schema/prestations";
import type { Cell } from "./open-data";

const KEY = "donnees_ouvertes";

export type Publication = { id: number; nom: string; publie: boolean; modifieLe: Date | null };

/** Every agency and whether it publishes; none does until somebody says so. */
export function selectPublications(db: Queryable): Promise<Publication[]> {
  return db
    .select({
      id: agences.id,
      nom: agences.nom,
      publie: sql<boolean>`coalesce(${parametres.valeur} = 'true'::jsonb, false)`,
      modifieLe: parametres.modifieLe,
    })
    .from(agences)
    .leftJoin(parametres, and(eq(parametres.agenceId, agences.id), eq(parametres.cle, KEY)))
    .orderBy(agences.id)
    .limit(500);
}

export async function savePublication(tx: Tx, agenceId: number, publie: boolean, now: Date): Promise<void> {
  await tx.delete(parametres).where(and(eq(parametres.agenceId, agenceId), eq(parametres.cle, KEY)));
  await tx.insert(parametres).values({ agenceId, cle: KEY, valeur: publie, modifieLe: now });
}

/**
 * Visits done in whole months from `du` to before `avant` (YYYY-MM-01), by month, activity and commune, in these agencies
 * together, each at its agency's clock; 20,000 cells at most.
 */
export async function selectCells(
  db: Queryable,
  agenceIds: readonly number[],
  { du, avant }: { du: string; avant: string },
): Promise<Cell[]> {
  if (agenceIds.length === 0) return [];
  const rows = await db.execute<Cell>(sql`
    select to_char(p.debut at time zone a.fuseau, 'YYYY-MM') as mois, v.code as activite, d.commune,
      count(*)::integer as prestations,
      sum(coalesce(p.duree_facturee_min, extract(epoch from p.fin - p.debut) / 60))::integer as minutes,
      array_agg(distinct p.client_id) as clients
    from ${prestations} p
    join ${agences} a on a.id = p.agence_id
    join ${activites} v on v.id = p.activite_id
    join ${adresses} d on d.id = p.adresse_id
    where p.statut in ('realisee', 'validee', 'facturee')
      and p.agence_id = any(${`{${agenceIds.join(",")}}`}::integer[])
      and p.debut >= ${du}::date::timestamp at time zone a.fuseau
      and p.debut < ${avant}::date::timestamp at time zone a.fuseau
    group by 1, 2, 3
    order by 1, 2, 3
    limit 20000`);
  return [...rows];
}
