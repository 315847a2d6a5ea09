import { z } from "zod";
import { id } from "@/lib/foundation/shapes";
import { methodeCodes } from "./prevision";

/** `agence_id`: one within reach; the first of them when left out. */
export const previsionRead = z.object({ agence_id: id.optional() });

const semaine = z.object({
  /** ISO 8601 week, `2026-W48`. */
  semaine: z.string(),
  /** Its Monday. */
  lundi: z.string(),
});

const serieShape = z.object({
  /** Activity code; null for all of them together. */
  type: z.string().nullable(),
  libelle: z.string(),
  /** Whole weeks behind us, the oldest first. */
  historique: z.array(semaine.extend({ visites: z.number().int() })),
  /** The method that was least wrong in the past; null when the past is too short to foretell anything. */
  methode: z.enum(methodeCodes as [string, ...string[]]).nullable(),
  /** 0 to 1; 0 when nothing is foretold. */
  confiance: z.number(),
  /** Tried on past weeks with what was known then: mean error in visites a week, and as a share of the visits. */
  essai: z.object({ mae: z.number(), wape: z.number().nullable(), semaines: z.number().int() }).nullable(),
  /** Why, in the caller's language. */
  raisons: z.array(z.string()),
  /** `bas` and `haut`: four past weeks of five stood within. `planifiees`: visits already planned then. */
  previsions: z.array(
    semaine.extend({
      visites: z.number(),
      bas: z.number(),
      haut: z.number(),
      planifiees: z.number().int(),
    }),
  ),
});

export const previsionsShape = z.object({
  agence_id: z.number().int(),
  agence: z.string(),
  modele: z.object({ nom: z.string(), version: z.string() }),
  calcule_le: z.string(),
  /** All visits first, then one series an activity, the most visited first. */
  results: z.array(serieShape),
});

export type SeriePrevision = z.output<typeof serieShape>;
export type Previsions = z.output<typeof previsionsShape>;
