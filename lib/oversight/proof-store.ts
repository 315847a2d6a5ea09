import { sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";

type ProofRow = { rang: number; flux: string; seq: number; feuille: string; canon: string | null };

/** Sealed entries from rank `from` on, below `upTo`, in order; without text when they were pruned. */
export async function proofRows(db: Queryable, from: number, upTo: number): Promise<ProofRow[]> {
  const rows = await db.execute<ProofRow>(sql`
    select s.rang::integer, s.flux, s.seq::integer, encode(s.feuille, 'hex') as feuille, a.canon
    from audit_scelles s left join audit a on a.id = s.entree_id
    where s.rang >= ${from}::bigint and s.rang < ${upTo}::bigint order by s.rang`);
  return [...rows];
}
