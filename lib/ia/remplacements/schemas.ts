import { z } from "zod";
import { id } from "@/lib/foundation/shapes";
import { absenceShape } from "@/lib/intervenants/schemas";
import { prestationShape } from "@/lib/prestations/schemas";

export const remplacementQuery = z.object({ id });

/** `version`: of the visit as the proposal saw it. `intervenant_id` null leaves the visit open. */
export const remplacementBody = z.strictObject({
  id,
  prestation_id: id,
  version: z.coerce.number().int().min(1),
  intervenant_id: id.nullable(),
});

const proposition = z.object({
  intervenant_id: z.number().int(),
  nom: z.string(),
  score: z.number(),
  /** What speaks for this person, the weightiest first, in the language of whoever asks. */
  raisons: z.array(z.string()),
});
export type Proposition = z.output<typeof proposition>;

const remplacement = z.object({
  prestation: prestationShape,
  /** The best person, each proposal counting for the visits after it; null when no one may go. */
  proposition: proposition.nullable(),
  /** When nobody may go: whom the least forbids, and what. */
  au_plus_pres: z
    .object({ intervenant_id: z.number().int(), nom: z.string(), raison: z.string() })
    .nullable(),
});
export type Remplacement = z.output<typeof remplacement>;

export const remplacementsShape = z.object({
  absence: absenceShape,
  modele: z.object({ nom: z.string(), version: z.string() }),
  /** In order of time; empty unless the absence is approved. */
  results: z.array(remplacement),
  /** Visits further on that this run did not look at. */
  reste: z.number().int(),
  /** Visits taken from the person for this absence and given to others; a withdrawal leaves them there. */
  remplacees: z.array(prestationShape),
});
export type Remplacements = z.output<typeof remplacementsShape>;
