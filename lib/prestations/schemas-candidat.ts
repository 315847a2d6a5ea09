import { z } from "zod";
import { severitesRegle } from "@/db/states";
import { dateTimeText, id } from "@/lib/foundation/shapes";
import { duree, raisons, typeText } from "./schemas";

/**
 * Who could make a visit at `date`. With `prestation_id` (a visit to be moved or assigned) the client, type, duration
 * and address default to the visit's and its own slot counts as free; without it `client_id`, `type` and `duree` are
 * required.
 */
export const candidatList = z.object({
  date: dateTimeText,
  prestation_id: id.optional(),
  client_id: id.optional(),
  type: typeText.optional(),
  duree: duree.optional(),
  adresse_id: id.optional(),
});

/** `bloque`: a rule or another visit forbids it; `avertissement`: a written reason is needed. */
export const accueils = ["libre", "avertissement", "bloque"] as const;

/** A working-time rule that the visit would break, with its figure, limit and text; `phrase` says it. */
export const constatShape = z.object({
  regle: z.string(),
  severite: z.enum(severitesRegle),
  phrase: z.string(),
  mesure: z.number(),
  limite: z.number(),
  unite: z.string(),
  article: z.string(),
  derogation_possible: z.boolean(),
});

export const candidatShape = z.object({
  id: z.number().int(),
  prenom: z.string(),
  nom: z.string(),
  accueil: z.enum(accueils),
  /** Codes of the rules that would be broken; `slotTaken` when another visit is in the way. */
  regles: z.array(z.string()),
  constats: z.array(constatShape),
  raisons: z.array(z.enum(raisons)),
  distance_km: z.number().nullable(),
  visites_client: z.number().int(),
});

export const candidatsShape = z.object({ results: z.array(candidatShape) });

export type CandidatShape = z.output<typeof candidatShape>;
