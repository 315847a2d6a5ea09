import { z } from "zod";
import { etatsTache } from "@/db/states";
import { listInput } from "@/lib/foundation/page";

export const tacheList = listInput.extend({
  etat: z.enum(etatsTache).optional(),
  type: z.string().trim().max(60).optional(),
});

/** Long work: `progression` 0–100; `resultat` and `erreur` once it has ended. */
export const tacheShape = z.object({
  id: z.number().int(),
  type: z.string(),
  etat: z.enum(etatsTache),
  progression: z.number().int().min(0).max(100),
  demande_par: z.number().int().nullable(),
  donnees: z.record(z.string(), z.unknown()),
  resultat: z.record(z.string(), z.unknown()).nullable(),
  /** In the reader's language. */
  erreur: z.object({ code: z.string(), title: z.string(), detail: z.string() }).nullable(),
  cree_le: z.string(),
  commencee_le: z.string().nullable(),
  terminee_le: z.string().nullable(),
});

export type Tache = z.output<typeof tacheShape>;
