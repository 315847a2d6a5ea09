import type { Tx } from "@/db/client";
import { forgetAccount } from "@/lib/foundation/actor";
import { enqueue } from "@/lib/foundation/jobs";
import { pseudonym } from "@/lib/foundation/pseudonym";
import { eraseIntervenant, type IntervenantRow } from "./intervenant-store";
import { insertEffacement, type Why } from "./ledger/ledger-store";

/**
 * The one place where an intervenant is forgotten: name, contacts, home and account go; the hours stay under a number,
 * and the name printed on issued invoices stays as long as they do. A key that only opens their data is to be destroyed
 * here.
 */
export async function forgetIntervenant(tx: Tx, intervenant: IntervenantRow, why: Why): Promise<void> {
  const { id, creeLe, utilisateurId } = intervenant;
  await eraseIntervenant(tx, intervenant, pseudonym("intervenant", id), why.now);
  await insertEffacement(tx, { sujetType: "intervenant", sujetId: id, sujetCreeLe: creeLe }, why);
  await enqueue(tx, "effacement.write", {});
  if (utilisateurId !== null) forgetAccount(utilisateurId);
}
