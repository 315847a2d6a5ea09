import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { endRows } from "./end-rows";
import { sessionIdInput } from "./schemas";

/** Ends one session or token family of the caller's own, wherever it is. Throws `notFound`. */
export const endOneSession = command({
  name: "session.end",
  input: sessionIdInput,
  run: async ({ db, input: { id }, ctx }) => {
    const me = ctx.actor.id ?? 0;
    const fermees = await endRows(db, me, { sid: id }, ctx.now);
    if (fermees === 0) throw new Refused("notFound");
    return { change: { objet: { type: "utilisateur", id: me }, data: { fermees } }, result: undefined };
  },
});
