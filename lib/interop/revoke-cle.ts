import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { byId } from "@/lib/foundation/shapes";
import { lockCle, revokeCleRow } from "./cle-store";

/** Ends a key for good, from the next call on. One that has ended already stays as it is. */
export const revokeCle = command({
  name: "cle.revoke",
  input: byId,
  run: async ({ db, input, ctx }) => {
    const row = await lockCle(db, input.id);
    if (!row) throw new Refused("notFound");
    if (row.revoqueeLe) return { change: [], result: null };
    await revokeCleRow(db, row.id, ctx.now);
    return { change: { objet: { type: "cle", id: row.id } }, result: null };
  },
});
