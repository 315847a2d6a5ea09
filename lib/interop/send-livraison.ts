import { z } from "zod";
import type { Tx } from "@/db/client";
import type { Context } from "@/lib/foundation/context";
import { Refused } from "@/lib/foundation/errors";
import { enqueue } from "@/lib/foundation/jobs";
import { command } from "@/lib/foundation/operation";
import { checkAddress } from "@/lib/foundation/outbound/address";
import { type Attempt, post } from "@/lib/foundation/outbound/post";
import { id } from "@/lib/foundation/shapes";
import { type Essais, nextAttempt, outcomeOf } from "./livraison";
import { findSending, type LivraisonRow, type Sending, settleLivraison } from "./livraison-store";
import { bodyOf, signedHeaders } from "./message";
import { lockWebhook, noteReceiver } from "./webhook-store";

const input = z.strictObject({ livraison_id: id, tentative: z.number().int().min(0) });

/**
 * Makes one attempt to deliver a message and notes what came of it; a failed one leaves the next attempt as a job for
 * later, in the same transaction. A worker that dies between sending and noting sends again under the same
 * `webhook-id`: at least once, and the receiver can tell.
 */
export const sendLivraison = command({
  name: "livraison.send",
  input,
  prepare: async ({ input: asked, ctx }) => {
    const sending = await findSending(ctx.db, asked.livraison_id);
    const { statut, tentatives } = sending?.livraison ?? {};
    if (!sending || statut !== "en_attente" || tentatives !== asked.tentative) return null;
    return { sending, attempt: await attempt(sending, ctx.now) };
  },
  run: async ({ db, ctx, prepared }) => {
    if (!prepared) return { change: [], result: null };
    const { sending, attempt: made } = prepared;
    const { livraison } = sending;
    const statut = await note(db, ctx, sending, made);
    if (!statut || statut === "en_attente") return { change: [], result: null };
    const data = { livraison: livraison.id, type: livraison.type, statut, code: made.code };
    return { change: { objet: { type: "webhook", id: livraison.webhookId }, data }, result: null };
  },
});

async function attempt({ livraison, webhook }: Sending, now: Date): Promise<Attempt> {
  const none = { code: null, reponse: "", dureeMs: 0 };
  if (!webhook.actif) return { ...none, erreur: "stopped" };
  try {
    const body = bodyOf(livraison);
    const headers = signedHeaders(livraison, body, webhook, now);
    return await post(await checkAddress(webhook.url), body, headers);
  } catch (error) {
    // A secret sealed under another key cannot sign: only a new secret helps.
    return { ...none, erreur: error instanceof Refused ? error.code : "secretUnreadable" };
  }
}

/** Writes down one attempt; the message's new state, or undefined when another attempt was noted meanwhile. */
async function note(
  tx: Tx,
  ctx: Context,
  { livraison }: Sending,
  made: Attempt,
): Promise<LivraisonRow["statut"] | undefined> {
  const webhook = await lockWebhook(tx, livraison.webhookId);
  if (!webhook) return undefined;
  const statut = outcomeOf(made, livraison.tentatives);
  const prochaineLe = statut === "en_attente" ? nextAttempt(ctx.now, livraison.tentatives) : null;
  const settled = await settleLivraison(tx, livraison, {
    statut,
    tentatives: livraison.tentatives + 1,
    essais: essaisWith(livraison.essais, made, ctx.now),
    reponse: made.reponse,
    prochaineLe,
    livreeLe: statut === "livree" ? ctx.now : null,
  });
  if (!settled) return undefined;
  if (prochaineLe) {
    const data = { livraison_id: livraison.id, tentative: livraison.tentatives + 1 };
    await enqueue(tx, "livraison.send", data, { startAfter: prochaineLe });
  }
  if (statut === "livree") await noteReceiver(tx, webhook.id, { echecs: 0, dernierSuccesLe: ctx.now });
  else if (webhook.actif) {
    const silent = !webhook.dernierSuccesLe || webhook.dernierSuccesLe < livraison.creeLe;
    const motif = made.code === 410 ? "parti" : statut === "abandonnee" && silent ? "echecs" : null;
    const stop = motif ? ({ actif: false, arretMotif: motif, arretLe: ctx.now } as const) : {};
    await noteReceiver(tx, webhook.id, { echecs: webhook.echecs + 1, ...stop });
  }
  return statut;
}

/** The attempts with one more, the oldest dropped beyond thirty. */
function essaisWith(before: Essais, made: Attempt, now: Date): Essais {
  const one = { le: now.toISOString(), code: made.code, duree_ms: made.dureeMs, erreur: made.erreur };
  return [...before, one].slice(-30);
}
