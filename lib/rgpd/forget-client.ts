import type { Tx } from "@/db/client";
import { forgetAccount } from "@/lib/foundation/actor";
import { enqueue } from "@/lib/foundation/jobs";
import { pseudonym } from "@/lib/foundation/pseudonym";
import { type ClientRow, closeOthers, eraseClient } from "./erasure-store";
import { insertEffacement, type Why } from "./ledger/ledger-store";

/**
 * The one place where a client is forgotten, whoever decided it (a request, the time that is over, a backup restored):
 * what names them goes, their requests close, and the ledger keeps that it was done. A key that only opens their data
 * is to be destroyed here, in the same transaction, before the rows are written over.
 */
export async function forgetClient(tx: Tx, client: ClientRow, why: Why): Promise<void> {
  const { id, creeLe, utilisateurId } = client;
  await eraseClient(tx, client, pseudonym("client", id), why.now);
  await closeOthers(tx, id, why.now);
  await insertEffacement(tx, { sujetType: "client", sujetId: id, sujetCreeLe: creeLe }, why);
  // The copy outside the database is written once this is committed.
  await enqueue(tx, "effacement.write", {});
  if (utilisateurId !== null) forgetAccount(utilisateurId);
}
