import { command } from "@/lib/foundation/operation";
import { noteSignIn } from "./account-store";
import { verifyCredentials } from "./credentials";
import { sessionInput } from "./schemas-account";

/**
 * Opens a browser session for an e-mail and a password; the caller's door writes the cookie. Throws
 * `invalidCredentials`, `accountLocked`, `emailNotConfirmed`, `rateLimited`.
 */
export const openSession = command({
  name: "session.open",
  input: sessionInput,
  prepare: ({ input, ctx }) => verifyCredentials(ctx, { email: input.email, password: input.mot_de_passe }),
  run: async ({ db, ctx, prepared: account }) => {
    await noteSignIn(db, account.id, ctx.now);
    const { id, role, langue, versionJeton, prenom, nom } = account;
    return {
      change: { objet: { type: "utilisateur", id } },
      result: { id, role, langue, versionJeton, nom: `${prenom} ${nom}`.trim() },
    };
  },
});
