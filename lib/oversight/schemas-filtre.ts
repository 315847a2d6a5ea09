import { z } from "zod";
import { id, requiredLine } from "@/lib/foundation/shapes";
import { filters } from "./schemas";

/** One account keeps at most as many. */
export const MOST_FILTRES = 30;

/** The explorer's filters as the address holds them. */
const kept = z.strictObject(filters);
const nom = requiredLine(60);

export const filtreBody = z.strictObject({ nom, filtre: kept });
export const filtrePatch = z.strictObject({ id, nom: nom.optional(), filtre: kept.optional() });

export const filtreShape = z.object({
  id: z.number().int(),
  nom: z.string(),
  filtre: kept,
  cree_le: z.string(),
  modifie_le: z.string(),
});
export const filtresShape = z.object({ results: z.array(filtreShape) });

export type FiltreShape = z.output<typeof filtreShape>;
