import { z } from "zod";
import { command } from "@/lib/foundation/operation";
import { createTache } from "@/lib/foundation/taches";
import { TYPE } from "./run-store";

/** Every night: has the rules applied, as work that an admin can follow. */
export const planConservation = command({
  name: "conservation.plan",
  input: z.object({}),
  run: async ({ db, ctx }) => {
    const work = { type: TYPE, queue: "conservation.run", job: { prevue: true } } as const;
    const id = await createTache(db, ctx, { ...work, donnees: { prevue: true } });
    return { change: { objet: { type: "conservation", id: "-" }, data: { tache_id: id } }, result: id };
  },
});
