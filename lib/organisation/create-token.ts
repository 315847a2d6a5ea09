import { command } from "@/lib/foundation/operation";
import { noteSignIn } from "./account-store";
import { issueTokens } from "./issue-tokens";
import { tokenInput } from "./schemas-account";
import { passSecondFactor, verifyFactors } from "./second-facteur/pass-second-factor";
import { forgetExpiredRefresh } from "./token-store";

/**
 * Tokens for the API against an e-mail and a password, and `code` where the account asks for one. Refuses as
 * session.open does.
 */
export const createToken = command({
  name: "token.create",
  secret: true,
  input: tokenInput,
  prepare: ({ input, ctx }) => verifyFactors(ctx, input),
  run: async ({ db, ctx, input, prepared: account }) => {
    const facteur = await passSecondFactor(db, ctx, account, input.code);
    await noteSignIn(db, account.id, ctx.now);
    await forgetExpiredRefresh(db, account.id, ctx.now);
    const result = await issueTokens(db, ctx, account);
    const objet = { type: "utilisateur", id: account.id };
    return { change: { objet, ...(facteur && { data: { facteur } }) }, result };
  },
});
