import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { plugins, webhookLivraisons, webhooks } from "@/db/schema/interop";
import type { TypeEvenement } from "@/db/states";
import type { Context } from "./context";
import { enqueue } from "./jobs";

/** What happened to an object; `ancienIntervenantId`: who had the visit before, when it changed hands. */
export type Fact = { type: TypeEvenement; objetId: number; ancienIntervenantId?: number };

/**
 * The one place where a business event leaves: notices for the people concerned, messages for the partners and plugins
 * that subscribed. All of it is written in the transaction of the change, so it exists exactly when the change does.
 */
export async function publishEvent(tx: Tx, ctx: Context, fact: Fact): Promise<void> {
  const { type, objetId, ancienIntervenantId } = fact;
  await enqueue(tx, "notification.create", {
    type,
    objet_id: objetId,
    acteur_id: ctx.actor.id,
    ...(ancienIntervenantId ? { ancien_intervenant_id: ancienIntervenantId } : {}),
  });
  const evenementId = randomUUID();
  for (const { livraison, plugin } of await addMessages(tx, ctx, fact, evenementId))
    if (livraison !== null) await enqueue(tx, "livraison.send", { livraison_id: livraison, tentative: 0 });
    else if (plugin !== null)
      await enqueue(tx, "plugin.tell", {
        nom: plugin,
        evenement_id: evenementId,
        type,
        objet_id: objetId,
        survenu_le: ctx.now.toISOString(),
      });
}

type Message = { livraison: number; plugin: null } | { livraison: null; plugin: string };

/** Tells one person of an event that concerns many, each their own part of it: one notice, whatever the part. */
export function tellOne(
  tx: Tx,
  ctx: Context,
  { type, objetId }: Fact,
  pour: { clientId: number } | { intervenantId: number },
): Promise<void> {
  return enqueue(tx, "notification.create", {
    type,
    objet_id: objetId,
    acteur_id: ctx.actor.id,
    ...("clientId" in pour
      ? { pour_client_id: pour.clientId, cle: `${type}:${objetId}:client-${pour.clientId}` }
      : {
          pour_intervenant_id: pour.intervenantId,
          cle: `${type}:${objetId}:intervenant-${pour.intervenantId}`,
        }),
  });
}

/** A waiting message for each active subscription to the type, and the plugins that want it; one statement. */
async function addMessages(
  tx: Tx,
  ctx: Context,
  { type, objetId }: Fact,
  evenementId: string,
): Promise<Message[]> {
  const objet = type.split(".")[0] ?? type;
  const now = ctx.now.toISOString();
  const rows = await tx.execute<Message>(sql`
    with messages as (
      insert into ${webhookLivraisons} (webhook_id, evenement_id, type, objet_type, objet_id, survenu_le, prochaine_le, cree_le)
      select w.id, ${evenementId}::uuid, ${type}::text, ${objet}::text, ${objetId}::integer, ${now}::timestamptz,
        ${now}::timestamptz, ${now}::timestamptz
      from ${webhooks} w where w.actif and ${type}::text = any(w.evenements) order by w.id
      returning id)
    select id as livraison, null::text as plugin from messages
    union all
    select null, p.nom from ${plugins} p where p.actif and ${type}::text = any(p.evenements)`);
  return [...rows];
}
