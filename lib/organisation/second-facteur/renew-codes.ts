import { command } from "@/lib/foundation/operation";
import { tellHolder } from "../tell-holder";
import { replaceCodes } from "./facteur-store";
import { countCode, passCode } from "./pass-code";
import { newRecoveryCodes, recoveryHash } from "./recovery";
import { codeInput } from "./schemas";

/** Ten new recovery codes against a code; all earlier ones stop working. Throws `wrongCode`. */
export const renewCodes = command({
  name: "secondFacteur.renewCodes",
  input: codeInput,
  secret: true,
  prepare: ({ ctx }) => countCode(ctx, ctx.actor.id ?? 0),
  run: async ({ db, input, ctx }) => {
    const me = ctx.actor.id ?? 0;
    await passCode(db, ctx, me, input.code);
    const codes = newRecoveryCodes();
    await replaceCodes(
      db,
      me,
      codes.map((code) => recoveryHash(me, code)),
      ctx.now,
    );
    await tellHolder(db, ctx, me, { gabarit: "recoveryCodesRenewed", page: "/compte/securite" });
    return { change: { objet: { type: "utilisateur", id: me } }, result: { codes } };
  },
});
