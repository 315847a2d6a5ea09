import { z } from "zod";
import { command } from "@/lib/foundation/operation";
import { endRows } from "./end-rows";

/** Ends all sessions and token families of the caller's own but the one that asks. */
export const endOtherSessions = command({
  name: "session.endOthers",
  input: z.strictObject({}),
  run: async ({ db, ctx }) => {
    const me = ctx.actor.id ?? 0;
    const fermees = await endRows(db, me, { butNot: ctx.session?.sid ?? "" }, ctx.now);
    return { change: { objet: { type: "utilisateur", id: me }, data: { fermees } }, result: { fermees } };
  },
});
