import { inArray, type SQL, sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { parametres } from "@/db/schema/organisation";
import { type CleParametre, clesParametre, parametresConnus } from "./parametres";

/** The settings as they stand: an agency's own value, else the product's, else the default. */
export type Parametres = {
  of: (cle: CleParametre, agenceId?: number) => number;
  /** The value for the agency of each row, as an integer expression; a plain number while no agency has its own. */
  sql: (cle: CleParametre, agenceId: SQL) => SQL;
  /** The largest value of any agency: bounds what an index has to read. */
  largest: (cle: CleParametre) => number;
};

/** How long a process may believe what it last read: a change holds everywhere within this. */
const BELIEF_MS = 30_000;
type Belief = { value: Parametres; until: number };
// Next has its own copy of this module: both copies share what is believed, and what is forgotten.
const shared = globalThis as typeof globalThis & { dihyaParametres?: Belief };

/** The settings, read from the database at most every 30 s per process. */
export async function parametresOf(db: Queryable, nowMs = Date.now()): Promise<Parametres> {
  const known = shared.dihyaParametres;
  if (known && known.until > nowMs) return known.value;
  const value = arrange(await selectRows(db));
  shared.dihyaParametres = { value, until: nowMs + BELIEF_MS };
  return value;
}

/** Forgets what this process believes, after a change made here. */
export function forgetParametres(): void {
  shared.dihyaParametres = undefined;
}

type Row = { agenceId: number | null; cle: string; valeur: unknown };

function selectRows(db: Queryable): Promise<Row[]> {
  return db
    .select({ agenceId: parametres.agenceId, cle: parametres.cle, valeur: parametres.valeur })
    .from(parametres)
    .where(inArray(parametres.cle, clesParametre));
}

/** What rows of the table mean; a value that the list does not allow any more counts as none. */
export function arrange(rows: readonly Row[]): Parametres {
  const product = new Map<CleParametre, number>();
  const own = new Map<CleParametre, Map<number, number>>();
  for (const row of rows) {
    const cle = row.cle as CleParametre;
    const parsed = parametresConnus[cle]?.valeur.safeParse(row.valeur);
    if (!parsed?.success) continue;
    if (row.agenceId === null) product.set(cle, parsed.data);
    else if (parametresConnus[cle].parAgence)
      own.set(cle, (own.get(cle) ?? new Map<number, number>()).set(row.agenceId, parsed.data));
  }
  const general = (cle: CleParametre) => product.get(cle) ?? parametresConnus[cle].defaut;
  return {
    of: (cle, agenceId) => (agenceId === undefined ? undefined : own.get(cle)?.get(agenceId)) ?? general(cle),
    largest: (cle) => Math.max(general(cle), ...(own.get(cle)?.values() ?? [])),
    sql: (cle, agenceId) => {
      const cases = [...(own.get(cle) ?? [])].map(
        ([id, value]) => sql`when ${id}::integer then ${value}::integer`,
      );
      if (cases.length === 0) return sql`${general(cle)}::integer`;
      return sql`case ${agenceId} ${sql.join(cases, sql` `)} else ${general(cle)}::integer end`;
    },
  };
}
