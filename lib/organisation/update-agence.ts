import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { findAgenceById, lockAgence, replaceHours, updateAgenceRow } from "./agence-store";
import { agenceValues } from "./agence-values";
import { presentAgence } from "./present-agence";
import { agencePatch } from "./schemas-agence";

/** Changes an agency's settings. Throws `notFound`, or `preconditionFailed` when `version` has passed. */
export const updateAgence = command({
  name: "agence.update",
  input: agencePatch,
  run: async ({ db, input, ctx }) => {
    const { id, version, horaires, ...fields } = input;
    const before = await lockAgence(db, id);
    if (!before) throw new Refused("notFound");
    if (version !== undefined && version !== before.version) throw new Refused("preconditionFailed");
    await updateAgenceRow(db, id, agenceValues(fields), ctx.now);
    if (horaires) await replaceHours(db, id, horaires, ctx.now);
    const row = await findAgenceById(db, id);
    if (!row) throw new Refused("notFound");
    const { id: _id, version: _version, ...given } = input;
    return {
      change: {
        objet: { type: "agence", id, version: row.version },
        agenceId: id,
        data: { fields: Object.keys(given).sort() },
      },
      result: presentAgence(row, ctx.actor.role),
    };
  },
});
