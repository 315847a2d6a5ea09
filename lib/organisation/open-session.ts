import { command } from "@/lib/foundation/operation";
import { noteSignIn } from "./account-store";
import { presentOpened } from "./present-opened";
import { sessionInput } from "./schemas-account";
import { passSecondFactor, verifyFactors } from "./second-facteur/pass-second-factor";

/**
 * Opens a browser session for an e-mail and a password, and a code where the account asks for one; the caller's door
 * writes the cookie. Throws `invalidCredentials`, `accountLocked`, `emailNotConfirmed`, `rateLimited`, `wrongCode`, and
 * `secondFactorRequired` with a challenge (`defi`) that session.verifyCode takes.
 */
export const openSession = command({
  name: "session.open",
  input: sessionInput,
  prepare: ({ input, ctx }) =>
    verifyFactors(ctx, { email: input.email, password: input.mot_de_passe, code: input.code }),
  run: async ({ db, ctx, input, prepared: account }) => {
    const facteur = await passSecondFactor(db, ctx, account, input.code);
    await noteSignIn(db, account.id, ctx.now);
    return {
      change: { objet: { type: "utilisateur", id: account.id }, ...(facteur && { data: { facteur } }) },
      result: presentOpened(account),
    };
  },
});
