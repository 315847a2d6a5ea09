import { z } from "zod";
import { civilDate, id } from "@/lib/foundation/shapes";
import { pasCompteur } from "./compteur";

/**
 * Hours by day, week, month or year between two civil days, today's period when none is given. Of one person, or of all
 * active ones of an agency; an intervenant's own. A year is of one person only.
 */
export const compteurList = z.object({
  agence_id: id.optional(),
  intervenant_id: id.optional(),
  pas: z.enum(pasCompteur).default("semaine"),
  du: civilDate.optional(),
  au: civilDate.optional(),
});

/** Minutes. `contrat` is null for a single day; `difference` is `prevu` less `contrat`. */
export const compteurShape = z.object({
  intervenant_id: z.number().int(),
  nom: z.string(),
  du: z.string(),
  au: z.string(),
  visites: z.number().int(),
  prevu_min: z.number().int(),
  trajet_min: z.number().int(),
  travaille_min: z.number().int(),
  contrat_min: z.number().int().nullable(),
  difference_min: z.number().int().nullable(),
  jours_absence: z.number().int(),
  complementaires_min: z.number().int(),
  complementaires_max_min: z.number().int().nullable(),
  supplementaires_min: z.number().int(),
  depasse: z.boolean(),
});

export const compteursShape = z.object({
  pas: z.enum(pasCompteur),
  du: z.string(),
  au: z.string(),
  fuseau: z.string(),
  results: z.array(compteurShape),
  next: z.null(),
  previous: z.null(),
});

export type CompteurShape = z.output<typeof compteurShape>;
export type CompteursShape = z.output<typeof compteursShape>;
