import { z } from "zod";
import { command } from "@/lib/foundation/operation";
import { createTache } from "@/lib/foundation/taches";
import { answerTache } from "@/lib/organisation/read-tache";
import { insertExecution, updateExecution } from "./execution-store";

/** Has everything checked by the worker: gives the work to follow. */
export const startIntegrite = command({
  name: "integrite.start",
  input: z.object({}),
  run: async ({ db, ctx }) => {
    const id = await insertExecution(db, { lancePar: ctx.actor.id, creeLe: ctx.now });
    const tacheId = await createTache(db, ctx, {
      type: "integrite",
      queue: "integrite.run",
      job: { execution_id: id },
      donnees: { execution_id: id },
    });
    await updateExecution(db, id, { tacheId });
    const change = { objet: { type: "integrite", id }, data: { tache_id: tacheId } };
    return { change, result: await answerTache(db, ctx, tacheId) };
  },
});
