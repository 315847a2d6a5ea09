import { forgetAccount } from "@/lib/foundation/actor";
import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { parametresOf } from "@/lib/foundation/read-parametres";
import { mustHaveSecondFactor } from "@/lib/foundation/second-factor";
import { tellHolder } from "../tell-holder";
import { deleteFacteur } from "./facteur-store";
import { countCode, passCode } from "./pass-code";
import { codeInput } from "./schemas";

/**
 * Sign-in asks for the password alone again. Throws `wrongCode`, and `secondFactorMandatory` where the setting says
 * that this role has one: such a person replaces it.
 */
export const removeFacteur = command({
  name: "secondFacteur.remove",
  input: codeInput,
  secret: true,
  prepare: async ({ ctx }) => {
    if (mustHaveSecondFactor(ctx.actor.role, await parametresOf(ctx.db)))
      throw new Refused("secondFactorMandatory");
    await countCode(ctx, ctx.actor.id ?? 0);
  },
  run: async ({ db, input, ctx }) => {
    const me = ctx.actor.id ?? 0;
    await passCode(db, ctx, me, input.code);
    await deleteFacteur(db, me);
    await tellHolder(db, ctx, me, { gabarit: "secondFactorOff", page: "/compte/securite" });
    forgetAccount(me);
    return { change: { objet: { type: "utilisateur", id: me } }, result: undefined };
  },
});
