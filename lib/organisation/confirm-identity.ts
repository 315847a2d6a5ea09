import { z } from "zod";
import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { verifyPassword } from "@/lib/foundation/password";
import { clearUses, countAttempt } from "@/lib/foundation/rate-limit";
import { hasSecondFactor } from "@/lib/foundation/second-factor";
import { findAccountById } from "./account-store";
import { givenPassword } from "./password-rule";
import { countCode, passCode } from "./second-facteur/pass-code";
import { givenCode } from "./second-facteur/schemas";

/**
 * Someone signed in proves again who they are, by all that sign-in asks of them: the password, and a code where they
 * have a second factor; the caller's door notes when. Throws `accountLocked` as sign-in does, `validation` on
 * `mot_de_passe`, `secondFactorRequired`, `wrongCode`.
 */
export const confirmIdentity = command({
  name: "session.confirm",
  input: z.object({
    mot_de_passe: givenPassword,
    code: z.preprocess((value) => value || undefined, givenCode.optional()),
  }),
  prepare: async ({ input, ctx }) => {
    const me = ctx.actor.id ?? 0;
    const key = `mot_de_passe:${me}`;
    await countAttempt(ctx.db, key, ctx.now);
    const account = await findAccountById(ctx.db, me);
    if (!(await verifyPassword(input.mot_de_passe, account?.motDePasse ?? null)))
      throw new Refused("validation", { errors: [{ pointer: "/mot_de_passe", code: "invalidCredentials" }] });
    await clearUses(ctx.db, key);
    const asksCode = await hasSecondFactor(ctx.db, me);
    if (asksCode && input.code === undefined) throw new Refused("secondFactorRequired");
    if (asksCode) await countCode(ctx, me);
    return { asksCode };
  },
  run: async ({ db, input, ctx, prepared: { asksCode } }) => {
    const me = ctx.actor.id ?? 0;
    const facteur = asksCode ? await passCode(db, ctx, me, input.code ?? "") : undefined;
    return {
      change: { objet: { type: "utilisateur", id: me || "-" }, data: facteur && { facteur } },
      result: { le: ctx.now },
    };
  },
});
