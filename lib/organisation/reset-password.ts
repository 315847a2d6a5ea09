import type { Context } from "@/lib/foundation/context";
import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { hashPassword } from "@/lib/foundation/password";
import { findAccountById, type UtilisateurRow } from "./account-store";
import { changePassword } from "./change-password";
import { checkOneTime, spendOneTime } from "./one-time-token";
import { refuseWeakPassword } from "./refuse-weak-password";
import { resetInput } from "./schemas-account";
import { lockUtilisateur } from "./utilisateur-store";

const usages = ["mot_de_passe", "invitation"] as const;

/**
 * Sets a password with the secret of a reset or an invitation; having received it also confirms the e-mail. Ends all
 * sessions. Throws `weakPassword`, `tokenExpired` (1 h, 7 days) or `tokenUsed`.
 */
export const resetPassword = command({
  name: "account.resetPassword",
  input: resetInput,
  prepare: async ({ input, ctx }) => {
    const { email, prenom, nom } = await ownerOf(ctx, input.jeton);
    await refuseWeakPassword(ctx.db, input.mot_de_passe, [email, prenom, nom]);
    return hashPassword(input.mot_de_passe);
  },
  run: async ({ db, input, ctx, prepared: motDePasse }) => {
    const token = await spendOneTime(db, ctx, usages, input.jeton);
    const account = await lockUtilisateur(db, token.utilisateurId as number);
    if (!account?.actif) throw new Refused("tokenUsed");
    const emailVerifieLe = account.emailVerifieLe ?? ctx.now;
    const version = await changePassword(db, ctx, account, { motDePasse, emailVerifieLe });
    return { change: { objet: { type: "utilisateur", id: account.id, version } }, result: undefined };
  },
});

async function ownerOf(ctx: Context, jeton: string): Promise<UtilisateurRow> {
  const token = await checkOneTime(ctx.db, ctx, usages, jeton);
  const account = await findAccountById(ctx.db, token.utilisateurId as number);
  if (!account) throw new Refused("tokenUsed");
  return account;
}
