import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { byId } from "@/lib/foundation/shapes";
import { deleteProgrammationRow } from "./programmation-store";

/** Ends a schedule; reports already sent stay. Throws `notFound`. */
export const deleteProgrammation = command({
  name: "programmation.delete",
  input: byId,
  run: async ({ db, input, scope }) => {
    const row = await deleteProgrammationRow(db, scope, input.id);
    if (!row) throw new Refused("notFound");
    return {
      change: { objet: { type: "programmation", id: row.id }, agenceId: row.agenceId },
      result: null,
    };
  },
});
