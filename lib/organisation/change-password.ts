import type { Tx } from "@/db/client";
import { forgetAccount } from "@/lib/foundation/actor";
import type { Context } from "@/lib/foundation/context";
import { enqueue } from "@/lib/foundation/jobs";
import { clearUses } from "@/lib/foundation/rate-limit";
import { type UtilisateurRow, updateAccount } from "./account-store";
import { queueCourriel } from "./courriel/queue-courriel";
import { attemptsKey } from "./credentials";
import { forgetOneTime } from "./token-store";
import { endSessions } from "./utilisateur-store";

/**
 * Writes the new hash, ends every session and token, links to a new password included, lifts the lock, and tells the
 * owner. Returns the version.
 */
export async function changePassword(
  tx: Tx,
  ctx: Context,
  account: UtilisateurRow,
  values: Partial<UtilisateurRow> & { motDePasse: string },
): Promise<number> {
  const version = await updateAccount(tx, account.id, values, ctx.now);
  await endSessions(tx, account.id, ctx.now);
  await forgetOneTime(tx, account.id, ["mot_de_passe", "invitation"]);
  await clearUses(tx, attemptsKey(account.email));
  const { email: to, langue, prenom, motDePasse: before } = account;
  if (before !== null) {
    const params = { prenom, page: "/mot-de-passe" };
    await queueCourriel(tx, ctx, { to, langue, gabarit: "passwordChanged", params });
    await enqueue(tx, "notification.create", {
      type: "compte.mot_de_passe",
      objet_id: account.id,
      acteur_id: ctx.actor.id,
    });
  }
  forgetAccount(account.id);
  return version;
}
