import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { openRegles } from "./open-regles";
import { lockAgenceRegles, updateConvention } from "./regle-store";
import { conventionBody } from "./schemas";

/** Says which agreement holds for an agency's people whose contract names none. Throws `notFound`. */
export const chooseConvention = command({
  name: "regle.choose",
  input: conventionBody,
  run: async ({ db, input, ctx, scope }) => {
    const { agence_id: agenceId, convention } = input;
    const before = await lockAgenceRegles(db, scope, agenceId);
    if (!before) throw new Refused("notFound");
    if (before.convention !== convention) await updateConvention(db, agenceId, convention, ctx.now);
    const result = await openRegles(db, ctx, scope, { agence_id: agenceId });
    const data = { avant: before.convention, apres: convention };
    return {
      change:
        before.convention === convention ? [] : { objet: { type: "agence", id: agenceId }, agenceId, data },
      result,
    };
  },
});
