import { drizzle } from "drizzle-orm/postgres-js";
import type postgres from "postgres";
import { fold } from "../seed/fold";
import { isSealed, sealValue } from "./cipher";
import { ensureDeks, sujetKey } from "./keys";
import { type SealedTable, sealedTables } from "./registry";
import { equalityPrint, printsOf } from "./search";

type Sql = postgres.Sql | postgres.TransactionSql;
const TOGETHER = 500;

/**
 * What every sealed column has to hold, and holds from now on: values that an earlier version wrote in clear are sealed,
 * then a constraint refuses any other. Safe to run again; called by the owner of the tables after migrating. Throws the
 * database's own error; nothing of a table that failed is changed.
 */
export async function guardSealed(sql: postgres.Sql): Promise<void> {
  for (const [table, entry] of Object.entries(sealedTables)) {
    const known = await sql<{ conname: string }[]>`
      select conname from pg_constraint where conrelid = to_regclass(${table}) and contype = 'c'`;
    const names = new Set(known.map(({ conname }) => conname));
    const missing = Object.keys(entry.places).filter((column) => !names.has(constraintOf(table, column)));
    if (missing.length === 0) continue;
    await sql.begin(async (tx) => {
      await sealClear(tx, table, entry);
      for (const column of missing)
        await tx.unsafe(`alter table "${table}" add constraint "${constraintOf(table, column)}"
          check ("${column}" = '' or "${column}" like 's1.%')`);
    });
  }
}

export const constraintOf = (table: string, column: string): string => `${table}_${column}_scelle`;

/** Issued invoices refuse any change: their guard stands aside while what they hold is sealed, word for word. */
async function sealClear(tx: Sql, table: string, entry: SealedTable): Promise<void> {
  const columns = Object.keys(entry.places);
  const clear = columns.map((column) => `("${column}" <> '' and "${column}" not like 's1.%')`).join(" or ");
  const key = entry.cle ?? "id";
  await tx.unsafe(`alter table "${table}" disable trigger user`);
  for (;;) {
    const rows =
      await tx.unsafe(`select "${key}"::text as cle, ${entry.par ? `"${entry.par}"` : "0"} as sujet,
      ${columns.map((column) => `"${column}"::text`).join(", ")} from "${table}" where ${clear} limit ${TOGETHER}`);
    if (rows.length === 0) break;
    for (const row of rows) {
      const changes = await sealed(tx, table, entry, row as unknown as Row);
      const set = Object.keys(changes).map((column, index) => `"${column}" = $${index + 2}`);
      await tx.unsafe(`update "${table}" set ${set.join(", ")} where "${key}"::text = $1`, [
        row.cle as string,
        ...Object.values(changes),
      ]);
    }
  }
  await tx.unsafe(`alter table "${table}" enable trigger user`);
}

type Row = Record<string, string | null> & { cle: string; sujet: unknown };

async function sealed(
  tx: Sql,
  table: string,
  entry: SealedTable,
  row: Row,
): Promise<Record<string, string | null>> {
  const changes: Record<string, string | null> = prints(table, row);
  for (const [column, { finalite }] of Object.entries(entry.places)) {
    const text = row[column];
    if (!text || isSealed(text)) continue;
    const sujet = { type: entry.sujet, id: Number(row.sujet), finalite };
    const deks = await ensureDeks(drizzle(tx as postgres.Sql), [sujet]);
    const dek = deks.get(sujetKey(sujet));
    if (dek) changes[column] = sealValue(dek, { table, column, row: row.cle }, text);
  }
  return changes;
}

const searched = new Set(["clients", "intervenants", "utilisateurs"]);

/** What the search box looks into, while the words are still there to be read. */
function prints(table: string, row: Row): Record<string, string | null> {
  if (table === "courriels") return { destinataire_empreinte: equalityPrint(table, row.destinataire ?? "") };
  if (!searched.has(table)) return {};
  const { nom, prenom, email, telephone } = row;
  const person = { nom: nom ?? "", prenom: prenom ?? "", email: email ?? "", telephone: telephone ?? "" };
  const { recherche, emailEmpreinte } = printsOf(table, fold, person);
  return { recherche: `{${recherche.join(",")}}`, email_empreinte: emailEmpreinte };
}
