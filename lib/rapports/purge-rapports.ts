import { z } from "zod";
import { command } from "@/lib/foundation/operation";
import { deleteExpired } from "./rapport-store";

/** Daily: deletes reports past their year. Safe to run again. */
export const purgeRapports = command({
  name: "rapport.purge",
  input: z.object({}),
  run: async ({ db, ctx }) => {
    const lignes = await deleteExpired(db, ctx.now);
    const change = lignes > 0 ? { objet: { type: "rapport", id: "-" }, data: { lignes } } : [];
    return { change, result: lignes };
  },
});
