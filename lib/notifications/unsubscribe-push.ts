import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { byId } from "@/lib/foundation/shapes";
import { deletePush } from "./push-store";

/** Sends nothing more to one of the caller's browsers. Throws `notFound`. */
export const unsubscribePush = command({
  name: "push.unsubscribe",
  input: byId,
  run: async ({ db, input: { id }, scope }) => {
    if (!(await deletePush(db, id, scope.utilisateurId ?? 0))) throw new Refused("notFound");
    return { change: { objet: { type: "push", id } }, result: { id } };
  },
});
