import type { Context } from "@/lib/foundation/context";
import { query } from "@/lib/foundation/operation";
import { type Donnees, sentenceOf } from "./redaction";
import { type Notification, notificationList } from "./schemas";
import { listNotifications as listRows, type NotificationRow } from "./store";

/** The caller's own notices, newest first, as sentences in the caller's language. */
export const listNotifications = query({
  name: "notification.list",
  input: notificationList,
  run: async ({ db, input, ctx, scope }) => {
    const page = await listRows(db, scope.utilisateurId ?? 0, input);
    return { ...page, results: page.results.map((row) => present(row, ctx)) };
  },
});

function present(row: NotificationRow, ctx: Context): Notification {
  const donnees = row.donnees as Donnees;
  return {
    id: row.id,
    type: row.type,
    message: sentenceOf(row.type, donnees, ctx.locale, ctx.actor.role === "client"),
    lien: row.lien,
    lue: row.lueLe !== null,
    lue_le: row.lueLe?.toISOString() ?? null,
    cree_le: row.creeLe.toISOString(),
    donnees: donnees as Notification["donnees"],
  };
}
