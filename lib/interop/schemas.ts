import { z } from "zod";
import { etatsLivraison, motifsArretWebhook, typesEvenement } from "@/db/states";
import { listInput } from "@/lib/foundation/page";
import { id, requiredLine } from "@/lib/foundation/shapes";

export const typeCodes = typesEvenement;

const url = z
  .url({ protocol: /^https?$/ })
  .trim()
  .max(500);
/** One type or several: a form sends a single choice alone. */
const evenements = z.preprocess(
  (value) => (typeof value === "string" ? [value] : value),
  z
    .array(z.enum(typesEvenement))
    .min(1)
    .max(50)
    .transform((all) => [...new Set(all)]),
);
const flag = z.stringbool().or(z.boolean());

export const webhookBody = z.strictObject({ nom: requiredLine(80), url, evenements });
export const webhookPatch = z.strictObject({
  id,
  version: z.coerce.number().int().positive().optional(),
  nom: requiredLine(80).optional(),
  url: url.optional(),
  evenements: evenements.optional(),
  actif: flag.optional(),
});
export const webhookList = listInput.extend({ actif: flag.optional() });
export const livraisonList = listInput.extend({ id, statut: z.enum(etatsLivraison).optional() });
export const replayInput = z.strictObject({ id, livraison_id: id });

export const webhookShape = z.object({
  id: z.number().int(),
  nom: z.string(),
  url: z.string(),
  evenements: z.array(z.string()),
  actif: z.boolean(),
  /** Why deliveries stopped by themselves, or null. */
  arret_motif: z.enum(motifsArretWebhook).nullable(),
  arret_le: z.string().nullable(),
  /** Failed attempts since the last success. */
  echecs: z.number().int(),
  dernier_succes_le: z.string().nullable(),
  /** Until when the former secret signs too. */
  secret_precedent_fin: z.string().nullable(),
  version: z.number().int(),
  cree_le: z.string(),
  modifie_le: z.string(),
});
/** The secret leaves once: when it is made. */
export const webhookWithSecret = webhookShape.extend({ secret: z.string() });

export const essaiShape = z.object({
  le: z.string(),
  code: z.number().int().nullable(),
  duree_ms: z.number().int(),
  erreur: z.string().nullable(),
});

export const livraisonShape = z.object({
  id: z.number().int(),
  webhook_id: z.number().int(),
  /** The `webhook-id` header, the same for every attempt. */
  message_id: z.string(),
  evenement_id: z.string(),
  type: z.string(),
  objet: z.string(),
  survenu_le: z.string(),
  statut: z.enum(etatsLivraison),
  tentatives: z.number().int(),
  code: z.number().int().nullable(),
  duree_ms: z.number().int().nullable(),
  erreur: z.string().nullable(),
  reponse: z.string(),
  essais: z.array(essaiShape),
  prochaine_le: z.string().nullable(),
  livree_le: z.string().nullable(),
  cree_le: z.string(),
});

export type WebhookShape = z.output<typeof webhookShape>;
export type LivraisonShape = z.output<typeof livraisonShape>;
