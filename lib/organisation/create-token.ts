import { command } from "@/lib/foundation/operation";
import { noteSignIn } from "./account-store";
import { verifyCredentials } from "./credentials";
import { issueTokens } from "./issue-tokens";
import { tokenInput } from "./schemas-account";
import { forgetExpiredRefresh } from "./token-store";

/** Tokens for the API against an e-mail and a password. Refuses as session.open does. */
export const createToken = command({
  name: "token.create",
  secret: true,
  input: tokenInput,
  prepare: ({ input, ctx }) => verifyCredentials(ctx, input),
  run: async ({ db, ctx, prepared: account }) => {
    await noteSignIn(db, account.id, ctx.now);
    await forgetExpiredRefresh(db, account.id, ctx.now);
    const result = await issueTokens(db, ctx, account);
    return { change: { objet: { type: "utilisateur", id: account.id } }, result };
  },
});
