import { z } from "zod";
import { purgeExpired } from "@/lib/foundation/idempotence";
import { command } from "@/lib/foundation/operation";

/** Hourly: forgets kept answers, closed sessions, spent secrets and old counters. Safe to run again. */
export const purge = command({
  name: "idempotence.purge",
  input: z.object({}),
  run: async ({ db, ctx }) => {
    const lignes = await purgeExpired(db, ctx.now);
    return { change: { objet: { type: "idempotence", id: "-" }, data: { lignes } }, result: lignes };
  },
});
