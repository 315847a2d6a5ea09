import { sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import type { Scope } from "@/lib/foundation/policy";
import { lastOfIntervenant } from "./conservation/due-store";
import { findIntervenantConcerned } from "./copy-intervenant-store";

/** What there is of an intervenant that a law makes the agency keep, and from when its time counts. */
export type Held = {
  actif: boolean;
  le: Date;
  contrats: number;
  prestations: number;
  lieux: number;
  dernier_lieu: Date | null;
  factures: number;
  derniere_facture: string | null;
  demandes: number;
};

type Row = Omit<Held, "le" | "dernier_lieu"> & { le: Date | string; dernier_lieu: Date | string | null };

/** Undefined when absent or out of reach. */
export async function findHeld(db: Queryable, scope: Scope, id: number) {
  const person = await findIntervenantConcerned(db, scope, id);
  if (!person) return undefined;
  const named = sql`facture_lignes l join prestations p on p.id = l.prestation_id
    join factures f on f.id = l.facture_id where p.intervenant_id = i.id and f.date_emission is not null`;
  const placed = sql`pointages t where t.intervenant_id = i.id and (t.latitude is not null or t.longitude is not null)`;
  const rows = await db.execute<Row>(sql`select i.actif, ${lastOfIntervenant} as le,
    (select count(*)::int from contrats where intervenant_id = i.id) as contrats,
    (select count(*)::int from prestations where intervenant_id = i.id) as prestations,
    (select count(*)::int from ${placed}) as lieux,
    (select max(t.horodatage) from ${placed}) as dernier_lieu,
    (select count(distinct f.id)::int from ${named}) as factures,
    (select max(f.date_emission)::text from ${named}) as derniere_facture,
    (select count(*)::int from demandes_rgpd where intervenant_id = i.id) as demandes
    from intervenants i left join utilisateurs u on u.id = i.utilisateur_id where i.id = ${id}`);
  const row = rows[0];
  if (!row) return undefined;
  const at = (moment: Date | string) => new Date(moment);
  const held: Held = { ...row, le: at(row.le), dernier_lieu: row.dernier_lieu ? at(row.dernier_lieu) : null };
  return { held, effaceLe: person.intervenant.effaceLe, fuseau: person.agence.fuseau };
}
