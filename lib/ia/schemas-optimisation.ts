import { z } from "zod";
import { id } from "@/lib/foundation/shapes";

/** An agency's ISO week, `2026-W48`. */
export const optimisationBody = z.strictObject({
  agence_id: id,
  semaine: z.string().regex(/^\d{4}-W\d{2}$/),
});
export type OptimisationBody = z.output<typeof optimisationBody>;

/** The proposals of finished work `id`: all, or those for some visits. */
export const applicationBody = z.strictObject({ id, prestations: z.array(id).max(500).optional() });

const proposition = z.object({
  prestation_id: z.number().int(),
  intervenant_id: z.number().int(),
  score: z.number(),
  /** From home to the visit, by road as estimated; null where a place is not known. */
  km: z.number().nullable(),
  /** What speaks for this person, in the language of whoever asked. */
  raisons: z.array(z.string()),
});

/** What the work found; nothing has been assigned. */
export const optimisationResult = z.object({
  agence_id: z.number().int(),
  semaine: z.string(),
  modele: z.object({ nom: z.string(), version: z.string() }),
  avant: z.object({ sans_intervenant: z.number().int() }),
  apres: z.object({ sans_intervenant: z.number().int(), km: z.number() }),
  propositions: z.array(proposition),
  /** Visits for which nobody was found, with what most often stood against it. */
  sans_solution: z.array(z.object({ prestation_id: z.number().int(), raison: z.string() })),
});
export type OptimisationResult = z.output<typeof optimisationResult>;
