import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { changeIntervenant } from "./change-intervenant";
import { checkAccount } from "./intervenant-values";
import { presentIntervenant } from "./present";
import { intervenantPatch } from "./schemas";
import { findIntervenant, lockIntervenant } from "./store";

/** Changes an intervenant's file. Throws `notFound`, `preconditionFailed`, `unknownActivity`, `validation`. */
export const updateIntervenant = command({
  name: "intervenant.update",
  input: intervenantPatch,
  run: async ({ db, input, ctx, scope }) => {
    const { id, version, ...patch } = input;
    const before = await lockIntervenant(db, scope, id);
    if (!before) throw new Refused("notFound");
    if (version !== undefined && version !== before.version) throw new Refused("preconditionFailed");
    await checkAccount(db, scope, patch.utilisateur_id, before);
    const fields = await changeIntervenant(db, before, patch, ctx.now);
    const row = await findIntervenant(db, scope, id);
    if (!row) throw new Refused("notFound");
    return {
      change: {
        objet: { type: "intervenant", id, version: row.version },
        agenceId: before.agenceId,
        data: { fields, actif: row.actif },
      },
      result: presentIntervenant(row, ctx),
    };
  },
});
