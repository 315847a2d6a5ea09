import { z } from "zod";
import { command } from "@/lib/foundation/operation";
import { deleteLivraisonsBefore } from "./livraison-store";

/** Messages are kept this long. */
const KEPT_MS = 90 * 86_400_000;

/** Removes old messages from the delivery log. */
export const purgeLivraisons = command({
  name: "livraison.purge",
  input: z.object({}),
  run: async ({ db, ctx }) => {
    const removed = await deleteLivraisonsBefore(db, new Date(ctx.now.getTime() - KEPT_MS));
    const change = { objet: { type: "livraison", id: "-" }, data: { supprimees: removed } };
    return { change: removed > 0 ? change : [], result: { supprimees: removed } };
  },
});
