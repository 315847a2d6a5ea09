import { z } from "zod";
import { clesParametre, parametresConnus, unites } from "@/lib/foundation/parametres";
import { id } from "@/lib/foundation/shapes";

/** Where a value comes from: the product's default, the product's setting or the agency's own. */
export const sourcesParametre = ["defaut", "produit", "agence"] as const;
const cle = z.enum(clesParametre);

export const parametreList = z.object({ agence_id: id.optional() });
export const byParametre = z.object({ cle, agence_id: id.optional() });

/** `valeur` null: the value of the level above holds again. `version` is the one that was read. */
export const parametrePatch = z
  .strictObject({
    cle,
    agence_id: id.optional(),
    valeur: z.coerce.number().int().min(0).max(100_000).nullable(),
    version: z.coerce.number().int().min(0).max(2_147_483_647).optional(),
  })
  .superRefine(({ cle: of, valeur }, context) => {
    if (valeur === null) return;
    for (const issue of parametresConnus[of].valeur.safeParse(valeur).error?.issues ?? [])
      context.addIssue({ ...issue, path: ["valeur"] } as Parameters<typeof context.addIssue>[0]);
  });

/** `herite`: what would hold without a value at this level; `version` is 0 while there was never one. */
export const parametreShape = z.object({
  cle,
  agence_id: z.number().int().nullable(),
  valeur: z.number().int(),
  source: z.enum(sourcesParametre),
  herite: z.number().int(),
  defaut: z.number().int(),
  minimum: z.number().int(),
  maximum: z.number().int(),
  unite: z.enum(unites),
  par_agence: z.boolean(),
  version: z.number().int(),
  modifie_le: z.string().nullable(),
});
export const parametresShape = z.object({ results: z.array(parametreShape) });

export type ParametreShape = z.output<typeof parametreShape>;
