import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { factures, fichiers } from "@/db/schema/factures";
import { replaceDeks } from "@/db/vault/keys";
import { opened, toOpen } from "@/db/vault/open";

const link = {
  id: factures.id,
  agenceId: factures.agenceId,
  clientId: factures.clientId,
  serie: factures.serie,
  annee: factures.annee,
  sequence: factures.sequence,
  numero: factures.numero,
  totalTtc: factures.totalTtc,
  devise: factures.devise,
  empreinte: factures.empreinte,
  contenuDetruitLe: factures.contenuDetruitLe,
  instantane: toOpen(factures.instantane),
};

/** The document, its row locked, with the fingerprint of the one before it in its series and of its stored file. */
export async function lockLink(tx: Tx, id: number) {
  const unreadable: string[] = [];
  const [row] = await opened(
    tx,
    tx.select(link).from(factures).where(eq(factures.id, id)).for("update"),
    ({ row: broken }) => unreadable.push(broken),
  );
  if (!row?.serie || row.annee === null || row.sequence === null) return undefined;
  const place = and(
    eq(factures.serie, row.serie),
    eq(factures.annee, row.annee),
    eq(factures.sequence, row.sequence - 1),
  );
  const [before] = await tx.select({ empreinte: factures.empreinte }).from(factures).where(place);
  const [file] = await tx
    .select({ sha256: fichiers.sha256 })
    .from(fichiers)
    .innerJoin(factures, eq(factures.fichierId, fichiers.id))
    .where(eq(factures.id, id));
  return { ...row, precedente: before?.empreinte, sha256: file?.sha256, isReadable: unreadable.length === 0 };
}

export async function destroyRow(tx: Tx, id: number, now: Date): Promise<void> {
  await tx.execute(sql`select detruire_facture(${id}::integer, ${now.toISOString()}::timestamptz)`);
}

/**
 * A new key in the place of the one under which the client's bills were sealed, once nothing is left under it: what a
 * copy of the database made before still holds can never be read again.
 */
export async function renewBillingKey(tx: Tx, clientId: number): Promise<boolean> {
  const rows = await tx.execute<{ left: boolean }>(sql`
    select exists (select 1 from factures where client_id = ${clientId} and (instantane <> '' or motif <> ''))
      or exists (select 1 from devis where client_id = ${clientId} and (instantane <> '' or motif_refus <> '')) as left`);
  if (rows[0]?.left) return false;
  await replaceDeks(tx, { type: "client", id: clientId }, ["facturation"]);
  return true;
}
