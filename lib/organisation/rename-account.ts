import type { Tx } from "@/db/client";
import { forgetAccount } from "@/lib/foundation/actor";
import type { Context } from "@/lib/foundation/context";
import { findAccountById, updateAccount } from "./account-store";

type Name = { prenom: string; nom: string };

/**
 * An account follows a name that was corrected in its holder's file, when it bore the same one: another is the person's
 * own word. Returns the version written, undefined when nothing was.
 */
export async function renameAccount(
  tx: Tx,
  ctx: Context,
  id: number,
  { from, to }: Record<"from" | "to", Name>,
): Promise<number | undefined> {
  const account = await findAccountById(tx, id);
  if (!account || account.prenom !== from.prenom || account.nom !== from.nom) return undefined;
  const version = await updateAccount(tx, id, to, ctx.now);
  forgetAccount(id);
  return version;
}
