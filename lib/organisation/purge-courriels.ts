import { z } from "zod";
import { command } from "@/lib/foundation/operation";
import { parametresOf } from "@/lib/foundation/read-parametres";
import { forgetAnnonces } from "./annonce-store";
import { deleteCourriels } from "./courriel-store";

const DAY_MS = 86_400_000;
/** Longer than the clock looks back for what it has not told yet (60 days). */
const ANNONCE_DAYS = 120;

/** Daily: empties the outbox of old messages, people's addresses with them. Those that wait stay. Safe to run again. */
export const purgeCourriels = command({
  name: "courriel.purge",
  input: z.object({}),
  run: async ({ db, ctx }) => {
    const ago = (days: number) => new Date(ctx.now.getTime() - days * DAY_MS);
    const kept = (await parametresOf(db)).of("conservation.courriels");
    const courriels = await deleteCourriels(db, ago(kept));
    const annonces = await forgetAnnonces(db, ago(ANNONCE_DAYS));
    const objet = { type: "courriel", id: "-" };
    return { change: { objet, data: { courriels, annonces } }, result: courriels };
  },
});
