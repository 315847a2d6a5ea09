import { type SQL, sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import type { Groupement, Ligne } from "./rapport";
import { MOST_ROWS } from "./rapport";

/** What is counted: [du, au] in each agency's zone, in these agencies, seen at `now`. */
export type Asked = {
  agenceIds: readonly number[];
  du: string | null;
  au: string;
  now: Date;
  grouperPar: Groupement;
};

type Found = Ligne & { isTotal: boolean };
/** More currencies than agencies of one organisation will ever bill in. */
const TOTALS = 20;

/**
 * Sums the columns of `base` (`cle`, `devise` and one integer column per measure) by group and currency, and again by
 * currency alone, in one statement: totals first, then the largest of `main` (or the months in order).
 */
export async function sumBy(
  db: Queryable,
  base: SQL,
  measures: readonly string[],
  order: { main: string; grouperPar: Groupement },
): Promise<Found[]> {
  const sums = measures.map(
    (name) => sql`coalesce(sum(${sql.identifier(name)}), 0)::float8 as ${sql.identifier(name)}`,
  );
  const byMonth = order.grouperPar === "mois";
  const rank = byMonth ? sql`cle` : sql`${sql.identifier(order.main)} desc`;
  const rows = await db.execute<Record<string, unknown>>(sql`
    select * from (
      select cle, devise, grouping(cle) = 1 as is_total, ${sql.join(sums, sql`, `)}
      from (${base}) as base
      group by grouping sets ((cle, devise), (devise))
    ) as sums
    order by is_total desc, ${rank}, cle, devise
    limit ${MOST_ROWS + TOTALS + 1}`);
  return rows.map((row) => ({
    cle: row.is_total ? null : (row.cle as string | null),
    devise: row.devise as string | null,
    isTotal: row.is_total as boolean,
    mesures: Object.fromEntries(measures.map((name) => [name, row[name] as number])),
  }));
}

/** The group of a visit `p` of an agency `a`, as text. */
export function cleOf(grouperPar: Groupement): SQL {
  const keys: Record<Groupement, SQL> = {
    activite: sql`p.activite_id::text`,
    intervenant: sql`p.intervenant_id::text`,
    client: sql`p.client_id::text`,
    agence: sql`p.agence_id::text`,
    mois: sql`to_char(p.debut at time zone a.fuseau, 'YYYY-MM')`,
  };
  return keys[grouperPar];
}

/** `column` falls within the civil days asked for, at the agency `a`: written so that an index on it serves. */
export function duringDays(column: SQL, { du, au }: Pick<Asked, "du" | "au">): SQL {
  const end = sql`${column} < ((${au}::date + 1)::timestamp at time zone a.fuseau)`;
  return du ? sql`${column} >= (${du}::date::timestamp at time zone a.fuseau) and ${end}` : end;
}
