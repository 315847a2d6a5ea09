import { z } from "zod";
import { command } from "@/lib/foundation/operation";
import { parametresOf } from "@/lib/foundation/read-parametres";
import { deleteLivraisonsBefore } from "./livraison-store";

const DAY_MS = 86_400_000;

/** Removes from the delivery log the messages older than the product keeps them. */
export const purgeLivraisons = command({
  name: "livraison.purge",
  input: z.object({}),
  run: async ({ db, ctx }) => {
    const days = (await parametresOf(db)).of("conservation.livraisons");
    const removed = await deleteLivraisonsBefore(db, new Date(ctx.now.getTime() - days * DAY_MS));
    const change = { objet: { type: "livraison", id: "-" }, data: { supprimees: removed } };
    return { change: removed > 0 ? change : [], result: { supprimees: removed } };
  },
});
