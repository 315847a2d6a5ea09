import { z } from "zod";
import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { verifyPassword } from "@/lib/foundation/password";
import { clearUses, countAttempt } from "@/lib/foundation/rate-limit";
import { findAccountById } from "./account-store";
import { givenPassword } from "./password-rule";

/**
 * Someone signed in proves again who they are, by the password; the caller's door notes when. Throws `accountLocked`
 * as a change of password does, and `validation` on `mot_de_passe`.
 */
export const confirmIdentity = command({
  name: "session.confirm",
  input: z.object({ mot_de_passe: givenPassword }),
  prepare: async ({ input, ctx }) => {
    const key = `mot_de_passe:${ctx.actor.id}`;
    await countAttempt(ctx.db, key, ctx.now);
    const account = await findAccountById(ctx.db, ctx.actor.id ?? 0);
    if (!(await verifyPassword(input.mot_de_passe, account?.motDePasse ?? null)))
      throw new Refused("validation", { errors: [{ pointer: "/mot_de_passe", code: "invalidCredentials" }] });
    await clearUses(ctx.db, key);
  },
  run: async ({ ctx }) => ({
    change: { objet: { type: "utilisateur", id: ctx.actor.id ?? "-" } },
    result: { le: ctx.now },
  }),
});
