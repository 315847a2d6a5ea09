import { command } from "@/lib/foundation/operation";
import { limitMail } from "./account-limits";
import { findAccountByEmail } from "./account-store";
import { queueCourriel } from "./courriel/queue-courriel";
import { issueOneTime } from "./one-time-token";
import { requestResetInput } from "./schemas-account";

/**
 * Sends a link to a new password to the account of this e-mail, if there is one; the answer never tells. Throws
 * `rateLimited` beyond three an hour.
 */
export const requestReset = command({
  name: "account.requestReset",
  input: requestResetInput,
  prepare: ({ input, ctx }) => limitMail(ctx, input.email),
  run: async ({ db, input, ctx }) => {
    const account = await findAccountByEmail(db, input.email);
    if (!account?.actif) return { change: { objet: { type: "utilisateur", id: "-" } }, result: undefined };
    const { id, langue, prenom, email: to } = account;
    const jeton = await issueOneTime(db, ctx, "mot_de_passe", id);
    const params = { prenom, jeton, page: "/mot-de-passe/nouveau" };
    await queueCourriel(db, ctx, { to, langue, gabarit: "reset", params });
    return { change: { objet: { type: "utilisateur", id } }, result: undefined };
  },
});
