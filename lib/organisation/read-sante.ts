import { z } from "zod";
import { query } from "@/lib/foundation/operation";
import { pingDatabase } from "./store";

/** Ready as soon as the database answers. Throws `unavailable` (503) otherwise. */
export const readSante = query({
  name: "sante.read",
  input: z.object({}),
  run: async ({ db, ctx }) => {
    await pingDatabase(db);
    return { statut: "ok" as const, base: "ok" as const, heure: ctx.now.toISOString() };
  },
});
