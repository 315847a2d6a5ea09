import { z } from "zod";
import { typesAbsence } from "@/db/states";
import { id } from "@/lib/foundation/shapes";
import { prestationShape } from "@/lib/prestations/schemas";

/** `semaine`: ISO week (`2025-W37`), the current one when absent. Staff without a filter see their first agency. */
export const planningRead = z.object({
  intervenant_id: id.optional(),
  agence_id: id.optional(),
  semaine: z
    .string()
    .regex(/^\d{4}-W\d{2}$/)
    .optional(),
});

export const planningIntervenant = z.object({
  id: z.number().int(),
  prenom: z.string(),
  nom: z.string(),
  secteur: z.string(),
  heures_prevues_min: z.number().int(),
  contrat_minutes_semaine: z.number().int(),
  /** Approved absences that touch the week. */
  absences: z.array(z.object({ debut: z.string(), fin: z.string(), type: z.enum(typesAbsence) })),
  /** Weekly hours in force that week; day 1 is Monday, local time `HH:MM`. */
  disponibilites: z.array(
    z.object({ jour: z.number().int(), heure_debut: z.string(), heure_fin: z.string() }),
  ),
});

/** A week: `du` Monday, `au` Sunday (civil days in `fuseau`). Visits without an intervenant are included for an agency. */
export const planningShape = z.object({
  semaine: z.string(),
  semaine_precedente: z.string(),
  semaine_suivante: z.string(),
  du: z.string(),
  au: z.string(),
  fuseau: z.string(),
  agence_id: z.number().int(),
  intervenants: z.array(planningIntervenant),
  prestations: z.array(prestationShape),
});

export type Planning = z.output<typeof planningShape>;
