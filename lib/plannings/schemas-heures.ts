import { z } from "zod";
import { id } from "@/lib/foundation/shapes";

/** `mois`: `2025-09`, the current one when absent. An intervenant needs no id: it is their own. */
export const heuresRead = z.object({
  intervenant_id: id.optional(),
  mois: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional(),
});

const minutes = {
  visites: z.number().int(),
  /** As planned. */
  prevues_min: z.number().int(),
  /** From arrival to departure, of visits clocked at both ends. */
  pointees_min: z.number().int(),
  /** As validated by the client or the agency: what is billed. */
  validees_min: z.number().int(),
};

/** Hours of a month by civil day in `fuseau`; the three times stand side by side, none replaces another. Minutes. */
export const heuresShape = z.object({
  intervenant_id: z.number().int(),
  agence_id: z.number().int(),
  mois: z.string(),
  mois_precedent: z.string(),
  mois_suivant: z.string(),
  fuseau: z.string(),
  contrat_minutes_semaine: z.number().int(),
  jours: z.array(z.object({ jour: z.string(), ...minutes })),
  total: z.object(minutes),
});

export type Heures = z.output<typeof heuresShape>;
export type HeuresDuJour = Heures["jours"][number];
