import { asc, count, gt } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Queryable } from "@/db/client";
import { adresses, clients, contacts } from "@/db/schema/clients";
import { contratAvenants, contrats, reglesTravail } from "@/db/schema/contrats";
import { devis, factures, fichiers, paiements } from "@/db/schema/factures";
import { absences, intervenants } from "@/db/schema/intervenants";
import { filtresJournal } from "@/db/schema/journal";
import { courriels, idempotence, utilisateurs } from "@/db/schema/organisation";
import { pointages, prestations, reservations, series } from "@/db/schema/prestations";
import { demandesRgpd } from "@/db/schema/rgpd";
import { avis, tacheFichiers } from "@/db/schema/suivi";
import { columnNamed, opened, originalName, sealedColumnsOf } from "@/db/vault/open";
import { sealedTables } from "@/db/vault/registry";

/** Every table with sealed columns; a test holds it against the registry. */
export const sealedOnes: readonly PgTable[] = [
  utilisateurs,
  clients,
  adresses,
  contacts,
  intervenants,
  absences,
  contrats,
  contratAvenants,
  reglesTravail,
  series,
  prestations,
  pointages,
  reservations,
  avis,
  factures,
  devis,
  demandesRgpd,
  paiements,
  fichiers,
  courriels,
  idempotence,
  tacheFichiers,
  filtresJournal,
];

const TOGETHER = 500;

export async function countSealed(db: Queryable): Promise<number> {
  let rows = 0;
  for (const table of sealedOnes) rows += (await db.select({ n: count() }).from(table))[0]?.n ?? 0;
  return rows;
}

/** Opens every sealed value there is, a few hundred rows at a time; names the rows where one could not be opened. */
export async function brokenSeals(
  db: Queryable,
  progress: (rows: number) => Promise<void>,
): Promise<string[]> {
  const broken = new Set<string>();
  let done = 0;
  for (const table of sealedOnes) {
    let after: unknown;
    for (;;) {
      const rows = await nextRows(db, table, after, (row) => broken.add(`${originalName(table)}:${row}`));
      done += rows.length;
      await progress(done);
      if (rows.length < TOGETHER) break;
      after = (rows.at(-1) as { cle: unknown }).cle;
    }
  }
  return [...broken];
}

function nextRows(db: Queryable, table: PgTable, after: unknown, onBroken: (row: string) => void) {
  const key = columnNamed(table, sealedTables[originalName(table)]?.cle ?? "id") as PgColumn;
  const query = db
    .select({ cle: key, ...sealedColumnsOf(table) })
    .from(table)
    .where(after === undefined ? undefined : gt(key, after))
    .orderBy(asc(key))
    .limit(TOGETHER);
  return opened(db, query, ({ row }) => onBroken(row));
}
