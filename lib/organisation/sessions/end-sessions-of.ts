import { forgetAccount } from "@/lib/foundation/actor";
import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { endSessions, lockUtilisateur } from "../utilisateur-store";
import { ofAccountInput } from "./schemas";

/** Ends every session and token of someone, those too that no list shows. For an admin. Throws `notFound`. */
export const endSessionsOf = command({
  name: "session.endOf",
  input: ofAccountInput,
  run: async ({ db, input: { id }, ctx }) => {
    if (!(await lockUtilisateur(db, id))) throw new Refused("notFound");
    await endSessions(db, id, ctx.now);
    forgetAccount(id);
    return { change: { objet: { type: "utilisateur", id } }, result: undefined };
  },
});
