import { forgetAccount } from "@/lib/foundation/actor";
import { command } from "@/lib/foundation/operation";
import { tellHolder } from "../tell-holder";
import { activateFacteur, lockFacteur, replaceCodes } from "./facteur-store";
import { countCode, forgetAttempts, wrong } from "./pass-code";
import { newRecoveryCodes, plainCode, recoveryHash } from "./recovery";
import { codeInput } from "./schemas";
import { stepOf } from "./totp";

/**
 * A first code of the secret that was shown puts it in use, in the place of an earlier one; the answer holds ten new
 * recovery codes, this once. The holder is told by e-mail. Throws `wrongCode`, also when nothing waits.
 */
export const activateSecondFacteur = command({
  name: "secondFacteur.activate",
  input: codeInput,
  secret: true,
  prepare: ({ ctx }) => countCode(ctx, ctx.actor.id ?? 0),
  run: async ({ db, input, ctx }) => {
    const me = ctx.actor.id ?? 0;
    const facteur = await lockFacteur(db, me);
    const step = facteur?.enAttente ? stepOf(facteur.enAttente, plainCode(input.code), ctx.now) : null;
    if (!facteur?.enAttente || step === null) throw wrong(me);
    await forgetAttempts(db, me);
    const codes = newRecoveryCodes();
    await activateFacteur(db, me, facteur.enAttente, step, ctx.now);
    await replaceCodes(
      db,
      me,
      codes.map((code) => recoveryHash(me, code)),
      ctx.now,
    );
    await tellHolder(db, ctx, me, { gabarit: "secondFactorOn", page: "/compte/securite" });
    forgetAccount(me);
    const data = { remplace: facteur.secret !== null };
    return { change: { objet: { type: "utilisateur", id: me }, data }, result: { codes } };
  },
});
