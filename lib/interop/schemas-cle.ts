import { z } from "zod";
import { etatsCle, portees } from "@/db/states";
import { listInput } from "@/lib/foundation/page";
import { id, requiredLine } from "@/lib/foundation/shapes";

export const porteeCodes = portees;

/** A new key: what it is for, what it opens, and for how many days. */
export const cleBody = z.strictObject({
  nom: requiredLine(80),
  portees: z.preprocess(
    (value) => (typeof value === "string" ? [value] : value),
    z
      .array(z.enum(portees))
      .min(1)
      .max(50)
      .transform((all) => [...new Set(all)]),
  ),
  /** The agencies that it is kept to; without any, as far as its maker reaches. */
  agence_ids: z
    .preprocess(
      (value) => (value === undefined || Array.isArray(value) ? value : [value]),
      z
        .array(id)
        .min(1)
        .max(100)
        .transform((all) => [...new Set(all)])
        .optional(),
    )
    .optional(),
  duree_jours: z.coerce.number().int().min(1).max(366).default(90),
});

export const cleList = listInput;

export const cleShape = z.object({
  id: z.number().int(),
  nom: z.string(),
  prefixe: z.string(),
  portees: z.array(z.string()),
  agence_ids: z.array(z.number().int()).nullable(),
  etat: z.enum(etatsCle),
  utilisateur_id: z.number().int(),
  expire_le: z.string(),
  revoquee_le: z.string().nullable(),
  derniere_utilisation_le: z.string().nullable(),
  cree_le: z.string(),
});
/** The key itself leaves once: when it is made. */
export const cleWithSecret = cleShape.extend({ secret: z.string() });

export type CleShape = z.output<typeof cleShape>;
