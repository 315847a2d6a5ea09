import { z } from "zod";

const gardes = ["identite", "contrats", "heures", "lieux", "factures", "registre", "journal"] as const;
const raisons = [
  "paie",
  "candidature",
  "temps_travail",
  "pointage",
  "comptabilite",
  "preuve",
  "journal",
] as const;

export const keptShape = z.object({
  intervenant_id: z.number().int(),
  /** Whether the person still works for the agency: the years count from the day when they left. */
  actif: z.boolean(),
  /** Civil day from which the years count; null while the person works here. */
  depuis: z.string().nullable(),
  /** Civil day on which the file is erased without anybody asking, when no request waits; null while the person works here. */
  efface_le: z.string().nullable(),
  conserve: z.array(
    z.object({
      quoi: z.enum(gardes),
      nombre: z.number().int(),
      /** `date`: until `jusqu_au`; `depart`: `annees` after the person leaves; `reponse`: `annees` after the answer to the request; `sans_nom`: no end, and no name once the file is erased. */
      fin: z.enum(["date", "depart", "reponse", "sans_nom"]),
      jusqu_au: z.string().nullable(),
      annees: z.number().int().nullable(),
      motif: z.enum(raisons),
      reference: z.string(),
    }),
  ),
  fuseau: z.string(),
});

export type Kept = z.output<typeof keptShape>;
