import { z } from "zod";
import { logKey } from "@/lib/foundation/audit/checkpoint";
import { Refused } from "@/lib/foundation/errors";
import { query } from "@/lib/foundation/operation";
import { lastCheckpoint } from "./checkpoint-store";
import type { CheckpointShape } from "./schemas";

/**
 * The newest signed checkpoint of the log and the key that verifies it, for anybody: who keeps one can show later that
 * nothing before it was changed. It tells how many entries there are, and nothing of them. Throws `notFound` before the
 * first.
 */
export const readCheckpoint = query({
  name: "audit.readCheckpoint",
  input: z.object({}),
  run: async ({ db }): Promise<CheckpointShape> => {
    const point = await lastCheckpoint(db);
    if (!point) throw new Refused("notFound");
    const { origin, verifierKey } = logKey();
    return {
      origine: origin,
      taille: point.taille,
      texte: point.texte,
      cle: verifierKey,
      scelle_le: point.scelleLe.toISOString(),
    };
  },
});
