import { z } from "zod";
import { sealLag } from "@/lib/foundation/audit/lag";
import { query } from "@/lib/foundation/operation";
import { pingDatabase } from "./store";

/** Ready as soon as the database answers; how far the sealing of the log lags, in seconds. Throws `unavailable` (503) otherwise. */
export const readSante = query({
  name: "sante.read",
  input: z.object({}),
  run: async ({ db, ctx }) => {
    await pingDatabase(db);
    const journal = { retard_s: await sealLag(db, ctx.now) };
    return { statut: "ok" as const, base: "ok" as const, journal, heure: ctx.now.toISOString() };
  },
});
