import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { findAccountById, noteSignIn } from "../account-store";
import { presentOpened } from "../present-opened";
import { readChallenge } from "./challenge";
import { countCode, passCode } from "./pass-code";
import { challengeInput } from "./schemas";

/**
 * The second step of sign-in: opens the session for the challenge that the right password gave, and a code. Throws
 * `tokenExpired` after five minutes or a change of the account, `wrongCode`, `accountLocked`.
 */
export const verifyCode = command({
  name: "session.verifyCode",
  input: challengeInput,
  prepare: async ({ input, ctx }) => {
    const challenge = readChallenge(input.defi, ctx);
    await countCode(ctx, challenge.id);
    return challenge;
  },
  run: async ({ db, input, ctx, prepared: { id, tv } }) => {
    const account = await findAccountById(db, id);
    if (!account?.actif || account.versionJeton !== tv) throw new Refused("tokenExpired");
    const facteur = await passCode(db, ctx, id, input.code);
    await noteSignIn(db, id, ctx.now);
    return {
      change: { objet: { type: "utilisateur", id }, data: { facteur } },
      result: presentOpened(account),
    };
  },
});
