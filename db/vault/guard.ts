import { type SQL, sql } from "drizzle-orm";
import type { Db, Queryable } from "../client";
import { fold } from "../seed/fold";
import { isSealed, sealValue } from "./cipher";
import { ensureDeks, sujetKey } from "./keys";
import { type SealedTable, sealedTables } from "./registry";
import { equalityPrint, printsOf } from "./search";

const TOGETHER = 500;

/**
 * What every sealed column has to hold, and holds from now on: values that an earlier version wrote in clear are sealed,
 * then a constraint refuses any other. Safe to run again; called by the owner of the tables after migrating. Throws the
 * database's own error; nothing of a table that failed is changed.
 */
export async function guardSealed(db: Db): Promise<void> {
  for (const [table, entry] of Object.entries(sealedTables)) {
    const known = await db.execute<{ conname: string }>(
      sql`select conname from pg_constraint where conrelid = to_regclass(${table}) and contype = 'c'`,
    );
    const names = new Set(known.map(({ conname }) => conname));
    const missing = Object.keys(entry.places).filter((column) => !names.has(constraintOf(table, column)));
    if (missing.length === 0) continue;
    await db.transaction(async (tx) => {
      await sealClear(tx, table, entry);
      for (const column of missing)
        await tx.execute(sql`alter table ${sql.identifier(table)}
          add constraint ${sql.identifier(constraintOf(table, column))}
          check (${sql.identifier(column)} = '' or ${sql.identifier(column)} like 's1.%')`);
    });
  }
}

const constraintOf = (table: string, column: string): string => `${table}_${column}_scelle`;
const list = (parts: readonly SQL[], between: string) => sql.join([...parts], sql.raw(between));

type Row = Record<string, string | null> & { cle: string; sujet: unknown };

/** Issued invoices refuse any change: their guard stands aside while what they hold is sealed, word for word. */
async function sealClear(tx: Queryable, table: string, entry: SealedTable): Promise<void> {
  const names = Object.keys(entry.places).map((column) => sql.identifier(column));
  const clear = list(
    names.map((name) => sql`(${name} <> '' and ${name} not like 's1.%')`),
    " or ",
  );
  const [place, key] = [sql.identifier(table), sql.identifier(entry.cle ?? "id")];
  const owner = entry.par ? sql`${sql.identifier(entry.par)}` : sql`0`;
  const texts = list(
    names.map((name) => sql`${name}::text as ${name}`),
    ", ",
  );
  await tx.execute(sql`alter table ${place} disable trigger user`);
  for (;;) {
    const rows = (await tx.execute(sql`select ${key}::text as cle, ${owner} as sujet, ${texts}
      from ${place} where ${clear} limit ${TOGETHER}::integer`)) as unknown as Row[];
    for (const row of rows) {
      const changes = Object.entries(await sealed(tx, table, entry, row));
      const set = list(
        changes.map(([column, value]) => sql`${sql.identifier(column)} = ${value}`),
        ", ",
      );
      await tx.execute(sql`update ${place} set ${set} where ${key}::text = ${row.cle}`);
    }
    if (rows.length < TOGETHER) break;
  }
  await tx.execute(sql`alter table ${place} enable trigger user`);
}

async function sealed(
  tx: Queryable,
  table: string,
  entry: SealedTable,
  row: Row,
): Promise<Record<string, unknown>> {
  const changes = prints(table, row);
  for (const [column, { finalite }] of Object.entries(entry.places)) {
    const text = row[column];
    if (!text || isSealed(text)) continue;
    const sujet = { type: entry.sujet, id: Number(row.sujet), finalite };
    const dek = (await ensureDeks(tx, [sujet])).get(sujetKey(sujet));
    if (dek) changes[column] = sealValue(dek, { table, column, row: row.cle }, text);
  }
  return changes;
}

const searched = new Set(["clients", "intervenants", "utilisateurs"]);

/** What the search box looks into, while the words are still there to be read. */
function prints(table: string, row: Row): Record<string, unknown> {
  if (table === "courriels") return { destinataire_empreinte: equalityPrint(table, row.destinataire ?? "") };
  if (!searched.has(table)) return {};
  const { nom, prenom, email, telephone } = row;
  // Sealed already, of which only a part stood in clear: the fingerprints that are there stay.
  if ([nom, prenom, email].some((text) => text && isSealed(text))) return {};
  const person = { nom: nom ?? "", prenom: prenom ?? "", email: email ?? "", telephone: telephone ?? "" };
  const { recherche, emailEmpreinte } = printsOf(table, fold, person);
  return { recherche: sql`${`{${recherche.join(",")}}`}::text[]`, email_empreinte: emailEmpreinte };
}
