import type { Tx } from "@/db/client";
import type { Context } from "@/lib/foundation/context";
import { findAccountById } from "./account-store";
import type { Gabarit } from "./courriel/gabarit";
import { queueCourriel } from "./courriel/queue-courriel";

/**
 * Tells the holder of an account that something which opens it has changed, and what to do if it was not them, with
 * the change itself: both exist or neither. `page` is where they can act. For this slice and higher ones.
 */
export async function tellHolder(
  tx: Tx,
  ctx: Context,
  utilisateurId: number,
  { gabarit, page }: { gabarit: Gabarit; page: string },
): Promise<void> {
  const account = await findAccountById(tx, utilisateurId);
  if (!account) return;
  const { email: to, langue, prenom } = account;
  await queueCourriel(tx, ctx, { to, langue, gabarit, params: { prenom, page } });
}
