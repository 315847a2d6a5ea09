import { command } from "@/lib/foundation/operation";
import { updateAccount } from "./account-store";
import { spendOneTime } from "./one-time-token";
import { confirmInput } from "./schemas-account";

/** Confirms an account's e-mail with the secret sent to it. Throws `tokenExpired` (24 h) or `tokenUsed`. */
export const confirmAccount = command({
  name: "account.confirm",
  input: confirmInput,
  run: async ({ db, input, ctx }) => {
    const { utilisateurId } = await spendOneTime(db, ctx, ["confirmation"], input.jeton);
    const id = utilisateurId as number;
    const version = await updateAccount(db, id, { emailVerifieLe: ctx.now }, ctx.now);
    return { change: { objet: { type: "utilisateur", id, version } }, result: undefined };
  },
});
