import { Refused } from "@/lib/foundation/errors";
import { command } from "@/lib/foundation/operation";
import { notificationPatch } from "./schemas";
import { markNotifications } from "./store";

/** Marks one of the caller's notices, or all of them, as read or unread. Throws `notFound` for someone else's. */
export const updateNotification = command({
  name: "notification.update",
  input: notificationPatch,
  run: async ({ db, input: { id, lue }, ctx, scope }) => {
    const owner = scope.utilisateurId ?? 0;
    const modifiees = await markNotifications(db, owner, id, lue ? ctx.now : null);
    if (id !== undefined && modifiees === 0) throw new Refused("notFound");
    const objet = { type: "notification", id: id ?? "-" };
    const change = { objet, flux: `notification:utilisateur:${owner}`, data: { lue, modifiees } };
    return { change, result: { modifiees } };
  },
});
