import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { hasSecondFactor } from "@/lib/foundation/second-factor";
import { findAccountById } from "../account-store";
import { savePending } from "./facteur-store";
import { countCode, passCode } from "./pass-code";
import { prepareInput } from "./schemas";
import { enrolmentUri, newSecret } from "./totp";

/**
 * A new secret for the caller's authenticator application, shown this once; nothing changes until a code of it was
 * given. Someone who has one already gives a code of that first. Throws `wrongCode`, `secondFactorRequired`.
 */
export const prepareFacteur = command({
  name: "secondFacteur.prepare",
  input: prepareInput,
  secret: true,
  prepare: async ({ input, ctx }) => {
    const has = await hasSecondFactor(ctx.db, ctx.actor.id ?? 0);
    if (has && input.code === undefined) throw new Refused("secondFactorRequired");
    if (has) await countCode(ctx, ctx.actor.id ?? 0);
    return has;
  },
  run: async ({ db, input, ctx, prepared: has }) => {
    const account = await findAccountById(db, ctx.actor.id ?? 0);
    if (!account) throw new Refused("notFound");
    if (has) await passCode(db, ctx, account.id, input.code ?? "");
    const secret = newSecret();
    await savePending(db, account.id, secret, ctx.now);
    return {
      change: { objet: { type: "utilisateur", id: account.id }, data: { remplace: has } },
      result: { secret, adresse: enrolmentUri(secret, account.email) },
    };
  },
});
