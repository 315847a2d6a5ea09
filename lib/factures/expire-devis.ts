import { z } from "zod";
import { command } from "@/lib/foundation/operation";
import { lockOverdue, updateDevis } from "./devis-store";

/** Ends the quotes whose last day is over, a few hundred a run; run twice it does nothing more. */
export const expireDevis = command({
  name: "devis.expire",
  input: z.object({ limite: z.number().int().min(1).max(500).default(500) }),
  run: async ({ db, input, ctx }) => {
    const rows = await lockOverdue(db, ctx.now, input.limite);
    for (const { id } of rows) await updateDevis(db, id, { statut: "expire" }, ctx.now);
    return {
      change: rows.map(({ id, agenceId, version }) => ({
        objet: { type: "devis", id, version: version + 1 },
        agenceId,
        data: { statut: "expire" },
      })),
      result: { expires: rows.length },
    };
  },
});
