import { z } from "zod";
import { etatsDevis, langues } from "@/db/states";
import { frequences } from "@/lib/activites/schemas";
import { listInput } from "@/lib/foundation/page";
import { civilDate, freeText, id } from "@/lib/foundation/shapes";
import { emetteurInstantane } from "./instantane";

/** Hours of one visit, to the minute. */
const duree = z.coerce
  .number()
  .positive()
  .max(24)
  .refine((hours) => Math.abs(hours * 60 - Math.round(hours * 60)) < 1e-6, {
    params: { code: "invalidNumber" },
  });

const lignes = z
  .array(
    z.strictObject({
      type: z.string().trim().min(1).max(160),
      duree,
      frequence: z.enum(frequences).default("ponctuel"),
      fois: z.coerce.number().int().min(1).max(31).default(1),
    }),
  )
  .min(1)
  .max(30);

export const devisPreview = z.strictObject({ client_id: id, lignes });

export const devisBody = devisPreview.extend({
  /** Left out: a month from now at the agency. */
  valide_jusquau: civilDate.optional(),
});

export const devisList = listInput.extend({
  client_id: id.optional(),
  agence_id: id.optional(),
  statut: z.enum(etatsDevis).optional(),
  /** Part of the number, or words of the client's name. */
  q: z.string().trim().max(100).optional(),
});

export const devisRefusal = z.strictObject({ id, motif: freeText(500).default("") });

const amount = z.string();

export const devisLigneShape = z.object({
  rang: z.number().int(),
  type: z.string(),
  libelle: z.string(),
  frequence: z.enum(frequences),
  fois: z.number().int(),
  duree: z.number(),
  /** Hours of an average month, or of the visits that come once. */
  heures: z.number(),
  prix_horaire_ttc: amount,
  taux_tva: amount,
  montant_ht: amount,
  montant_tva: amount,
  montant_ttc: amount,
});

export const devisSummary = z.object({
  id: z.number().int(),
  numero: z.string().nullable(),
  agence_id: z.number().int(),
  client_id: z.number().int(),
  client_nom: z.string(),
  statut: z.enum(etatsDevis),
  langue: z.enum(langues),
  date_emission: z.string().nullable(),
  valide_jusquau: z.string(),
  devise: z.string(),
  total_ht: amount,
  total_tva: amount,
  total_ttc: amount,
  decide_le: z.string().nullable(),
  decision: z.enum(["compte", "papier"]).nullable(),
  motif_refus: z.string(),
  version: z.number().int(),
  cree_le: z.string(),
  modifie_le: z.string(),
});

export const devisShape = devisSummary.extend({
  lignes: z.array(devisLigneShape),
  /** Indicative, on the spending of a month; null where the law gives none. */
  credit_impot: z.object({ taux: amount, montant: amount, reste_a_charge: amount }).nullable(),
  pdf: z.boolean(),
});

/** What a quote would come to, before it is one. */
export const devisPreviewShape = devisShape.pick({
  devise: true,
  lignes: true,
  total_ht: true,
  total_tva: true,
  total_ttc: true,
  credit_impot: true,
});

export type DevisPreview = z.output<typeof devisPreviewShape>;
export type DevisSummary = z.output<typeof devisSummary>;
export type DevisShape = z.output<typeof devisShape>;
export type DevisInstantane = z.output<typeof devisInstantane>;

const cents = z.int();
const montants = { montant_ht: cents, montant_tva: cents, montant_ttc: cents };

/** The frozen snapshot of a quote: all that its PDF prints. Cents, basis points, minutes, civil dates. */
export const devisInstantane = z.strictObject({
  version: z.literal(1),
  numero: z.string().min(1),
  langue: z.enum(langues),
  date_emission: civilDate,
  valide_jusquau: civilDate,
  devise: z.string(),
  pays: z.string(),
  emetteur: emetteurInstantane,
  client: z.strictObject({ id: z.int(), nom: z.string(), adresse: z.array(z.string()) }),
  lignes: z.array(
    z.strictObject({
      libelle: z.string(),
      libelle_fr: z.string(),
      frequence: z.enum(frequences),
      fois: z.int(),
      seance_min: z.int(),
      quantite_min: z.int(),
      prix_unitaire_ttc: cents,
      taux_tva_bp: z.int(),
      ...montants,
    }),
  ),
  tva: z.array(z.strictObject({ taux_bp: z.int(), base_ht: cents, tva: cents })),
  total_ht: cents,
  total_tva: cents,
  total_ttc: cents,
  credit_impot: z.strictObject({ taux_bp: z.int(), montant_indicatif: cents }).nullable(),
  exoneration: z.literal("franchise293B").nullable(),
});
