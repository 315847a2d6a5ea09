import { z } from "zod";
import { endSession } from "@/lib/foundation/ended-sessions";
import { command } from "@/lib/foundation/operation";
import { sessionSeconds } from "@/lib/foundation/session-life";

const input = z.object({ sid: z.uuid().optional() });

/** Closes the caller's browser session for good: its cookie opens nothing any more, even if it was copied. */
export const closeSession = command({
  name: "session.close",
  input,
  run: async ({ db, input: { sid }, ctx }) => {
    const expireLe = new Date(ctx.now.getTime() + sessionSeconds(ctx.actor.role) * 1000);
    if (sid) await endSession(db, sid, expireLe, ctx.now);
    return { change: { objet: { type: "utilisateur", id: ctx.actor.id ?? "-" } }, result: undefined };
  },
});
