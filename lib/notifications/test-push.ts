import { Refused } from "@/lib/foundation/errors";
import { enqueue } from "@/lib/foundation/jobs";
import { command } from "@/lib/foundation/operation";
import { byId } from "@/lib/foundation/shapes";
import { selectPush } from "./push-store";

/** Sends a first message to one of the caller's browsers, so that they see it arrive. Throws `notFound`. */
export const testPush = command({
  name: "push.test",
  input: byId,
  run: async ({ db, input: { id }, scope }) => {
    const mine = await selectPush(db, scope.utilisateurId ?? 0);
    if (!mine.some((one) => one.id === id)) throw new Refused("notFound");
    await enqueue(db, "push.send", { abonnement_id: id, notification_id: null });
    return { change: { objet: { type: "push", id } }, result: { id } };
  },
});
