import { z } from "zod";
import { modesPaiement } from "@/db/states";
import { listInput } from "@/lib/foundation/page";
import { id } from "@/lib/foundation/shapes";

const annee = z.coerce.number().int().min(2000).max(2100);

export const attestationList = listInput.extend({
  annee,
  client_id: id.optional(),
  agence_id: id.optional(),
});
export const attestationInput = z.object({ annee, client_id: id });
export const attestationBulk = z.object({ annee, agence_id: id.optional() });

const amount = z.string();

export const attestationSummary = z.object({
  annee: z.number().int(),
  client_id: z.number().int(),
  client_nom: z.string(),
  agence_id: z.number().int(),
  devise: z.string(),
  heures: z.number(),
  /** Paid in the year by means that count for the tax credit. */
  montant_eligible: amount,
  /** Paid in cash: no tax credit (Code du travail D7233-3). */
  montant_especes: amount,
  /** Of the eligible amount, paid by CESU. */
  montant_cesu: amount,
});

export const attestationShape = attestationSummary.extend({
  organisme: z.object({
    nom: z.string(),
    adresse: z.array(z.string()),
    siren: z.string().nullable(),
    numero_declaration: z.string().nullable(),
    date_declaration: z.string().nullable(),
    numero_agrement: z.string().nullable(),
    date_agrement: z.string().nullable(),
  }),
  client_adresse: z.array(z.string()),
  activites: z.array(
    z.object({
      type: z.string(),
      libelle: z.string(),
      heures: z.number(),
      montant_eligible: amount,
      montant_especes: amount,
      /** Yearly ceiling of the activity, where the law gives it one. */
      plafond: amount.nullable(),
    }),
  ),
  interventions: z.array(
    z.object({
      mois: z.string(),
      type: z.string(),
      libelle: z.string(),
      intervenant: z.string(),
      matricule: z.string(),
      heures: z.number(),
      prix_horaire_ttc: amount,
    }),
  ),
  paiements: z.array(
    z.object({
      date: z.string(),
      mode: z.enum(modesPaiement),
      montant: amount,
      facture_numero: z.string(),
      eligible: z.boolean(),
    }),
  ),
});

export type AttestationSummary = z.output<typeof attestationSummary>;
export type AttestationShape = z.output<typeof attestationShape>;
