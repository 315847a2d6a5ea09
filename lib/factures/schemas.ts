import { z } from "zod";
import { etatsFacture, langues, modesPaiement } from "@/db/states";
import { listInput } from "@/lib/foundation/page";
import { civilDate, id, line, month, requiredLine } from "@/lib/foundation/shapes";

/** Decimal text of the API, e.g. `"127.00"`; never a float. */
export const montantText = z
  .string()
  .trim()
  .regex(/^\d{1,9}([.,]\d{1,2})?$/)
  .transform((value) => value.replace(",", "."));

export const factureList = listInput.extend({
  client_id: id.optional(),
  agence_id: id.optional(),
  statut: z.enum(etatsFacture).optional(),
  /** Invoices only, or credit notes only. */
  type: z.enum(["facture", "avoir"]).optional(),
  periode: month.optional(),
  date_min: civilDate.optional(),
  date_max: civilDate.optional(),
  /** Number of the document, or part of the client's name. */
  q: z.string().trim().max(100).optional(),
  echues: z.stringbool().or(z.boolean()).optional(),
});

export const facturePreparation = z.strictObject({ client_id: id, periode: month });
export const facturePreviewInput = z.object({ periode: month, agence_id: id.optional() });
export const paiementBody = z.strictObject({
  id,
  montant: montantText,
  mode: z.enum(modesPaiement),
  date: civilDate.optional(),
  reference: line(80).default(""),
});
export const avoirBody = z.strictObject({
  id,
  motif: requiredLine(200),
  /** Left out: all that is not credited yet. Without an amount: the rest of the line. */
  lignes: z
    .array(z.strictObject({ rang: z.coerce.number().int().positive(), montant_ttc: montantText.optional() }))
    .min(1)
    .max(600)
    .optional(),
});
export const factureExport = z.object({ id: id.optional(), client_id: id.optional() });

const amount = z.string();

export const ligneShape = z.object({
  rang: z.number().int(),
  prestation_id: z.number().int().nullable(),
  libelle: z.string(),
  date: z.string().nullable(),
  quantite: z.number(),
  unite: z.enum(["heure", "forfait"]),
  prix_unitaire_ttc: amount,
  taux_tva: amount,
  montant_ht: amount,
  montant_tva: amount,
  montant_ttc: amount,
  /** Taken off by credit notes. */
  credite_ttc: amount,
});

export const paiementShape = z.object({
  id: z.number().int(),
  facture_id: z.number().int(),
  montant: amount,
  devise: z.string(),
  mode: z.enum(modesPaiement),
  date: z.string(),
  reference: z.string(),
});

export const factureSummary = z.object({
  id: z.number().int(),
  type: z.enum(["facture", "avoir"]),
  numero: z.string().nullable(),
  agence_id: z.number().int(),
  client_id: z.number().int(),
  client_nom: z.string(),
  periode: z.string(),
  langue: z.enum(langues),
  date_emission: z.string().nullable(),
  echeance: z.string().nullable(),
  echue: z.boolean(),
  total_ht: amount,
  total_tva: amount,
  total_ttc: amount,
  reste_a_payer: amount,
  credite: amount,
  /** Received beyond what the invoice is worth once credited. */
  a_rembourser: amount,
  /** On a credit note: the invoice it corrects, and why. */
  facture_origine_id: z.number().int().nullable(),
  motif: z.string(),
  devise: z.string(),
  statut: z.enum(etatsFacture),
  version: z.number().int(),
  cree_le: z.string(),
  modifie_le: z.string(),
});

export const factureShape = factureSummary.extend({
  lignes: z.array(ligneShape),
  paiements: z.array(paiementShape),
  avoirs: z.array(
    z.object({
      id: z.number().int(),
      numero: z.string().nullable(),
      date_emission: z.string().nullable(),
      total_ttc: amount,
    }),
  ),
  facture_origine: z.object({ id: z.number().int(), numero: z.string().nullable() }).nullable(),
  pdf: z.boolean(),
});

/** One client of the month's preparation. */
export const previewShape = z.object({
  periode: z.string(),
  clients: z.array(
    z.object({
      client_id: z.number().int(),
      client_nom: z.string(),
      agence_id: z.number().int(),
      prestations: z.number().int(),
      heures: z.number(),
      total_ttc: amount,
      devise: z.string(),
      /** Visits of the month that are done but not validated yet: they would be missing. */
      a_valider: z.number().int(),
      brouillon_id: z.number().int().nullable(),
    }),
  ),
});

export type FactureSummary = z.output<typeof factureSummary>;
export type FactureShape = z.output<typeof factureShape>;
export type PreviewShape = z.output<typeof previewShape>;
