import { z } from "zod";
import type { Queryable } from "@/db/client";
import { command } from "@/lib/foundation/operation";
import { checkAddress } from "@/lib/foundation/outbound/address";
import { post } from "@/lib/foundation/outbound/post";
import { id } from "@/lib/foundation/shapes";
import { translator } from "@/lib/i18n/translate";
import { pushKey } from "./push-key";
import { type Message, pushRequest } from "./push-message";
import { findNotice, findPush, settlePush } from "./push-store";
import { type Donnees, sentenceOf } from "./redaction";

const input = z.strictObject({ abonnement_id: id, notification_id: id.nullable() });

/** The browser is gone, or knows us no longer: only the person can subscribe it anew. */
const gone = new Set([400, 401, 403, 404, 410]);

/**
 * Brings one notice to one browser, in its owner's language; one that was read meanwhile is not sent. An address that
 * answers no more is forgotten. Throws when the browser's maker cannot be reached or is busy, so that the queue tries
 * again; a message that arrives twice is shown once.
 */
export const sendPush = command({
  name: "push.send",
  input,
  prepare: async ({ input: { abonnement_id, notification_id }, ctx }) => {
    const found = await findPush(ctx.db, abonnement_id);
    const key = pushKey();
    const message = found && key ? await messageOf(ctx.db, found, notification_id) : null;
    if (!found || !key || !message) return null;
    const { body, headers } = pushRequest(found.abonnement, message, key);
    const { code, erreur } = await post(await checkAddress(found.abonnement.adresse), body, headers);
    return { code, erreur };
  },
  run: async ({ db, input: asked, ctx, prepared }) => {
    if (!prepared) return { change: [], result: null };
    const { code, erreur } = prepared;
    const arrived = code !== null && code >= 200 && code < 300;
    if (!arrived && !(code !== null && gone.has(code)))
      throw new Error(`push message not taken: ${code ?? erreur}`);
    await settlePush(db, asked.abonnement_id, arrived ? { arrivedAt: ctx.now } : "gone");
    if (arrived) return { change: [], result: null };
    return { change: { objet: { type: "push", id: asked.abonnement_id }, data: { code } }, result: null };
  },
});

type Found = NonNullable<Awaited<ReturnType<typeof findPush>>>;

/** What to show; null when there is nothing new to tell. */
async function messageOf(
  db: Queryable,
  found: Found,
  notificationId: number | null,
): Promise<Message | null> {
  const { abonnement, langue, role } = found;
  const told = { titre: "Dihya", langue };
  if (notificationId === null) {
    const texte = translator(langue, "notifications.push")("testMessage");
    return { ...told, texte, page: `/${langue}/notifications`, cle: "essai" };
  }
  const notice = await findNotice(db, notificationId, abonnement.utilisateurId);
  if (!notice || notice.lueLe) return null;
  const texte = sentenceOf(notice.type, notice.donnees as Donnees, langue, role === "client");
  return { ...told, texte, page: `/${langue}${notice.lien || "/notifications"}`, cle: `n${notice.id}` };
}
