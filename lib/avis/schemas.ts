import { z } from "zod";
import { listInput } from "@/lib/foundation/page";
import { id } from "@/lib/foundation/shapes";

export const avisList = listInput.extend({
  agence_id: id.optional(),
  /** Activity code. */
  type: z.string().trim().max(60).optional(),
});

/** A published review; its author is an initial, e.g. `N.` */
export const avisShape = z.object({
  id: z.number().int(),
  note: z.number().int(),
  commentaire: z.string(),
  reponse: z.string(),
  auteur: z.string(),
  type: z.string(),
  libelle: z.string(),
  agence_id: z.number().int(),
  agence: z.string(),
  publie_le: z.string(),
});

/** Mean mark of the published reviews asked for, one decimal, and how many they are. */
export const avisResume = z.object({ moyenne: z.number().nullable(), nombre: z.number().int() });

export const avisPage = z.object({
  results: z.array(avisShape),
  next: z.string().nullable(),
  previous: z.string().nullable(),
  count: z.number().int().optional(),
  resume: avisResume,
});

export type AvisShape = z.output<typeof avisShape>;
