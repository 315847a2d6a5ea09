import { z } from "zod";
import { command } from "@/lib/foundation/operation";
import { createTache } from "@/lib/foundation/taches";
import { answerTache } from "@/lib/organisation/read-tache";
import { TYPE } from "./run-store";

/** Has the worker apply every retention rule now: gives the work to follow. What it takes away does not come back. */
export const startConservation = command({
  name: "conservation.start",
  input: z.object({}),
  run: async ({ db, ctx }) => {
    const work = { type: TYPE, queue: "conservation.run", job: { prevue: false } } as const;
    const id = await createTache(db, ctx, { ...work, donnees: { prevue: false } });
    return {
      change: { objet: { type: "conservation", id: "-" }, data: { tache_id: id } },
      result: await answerTache(db, ctx, id),
    };
  },
});
