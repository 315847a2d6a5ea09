import { z } from "zod";
import { conventions, severitesRegle } from "@/db/states";
import { civilDate, freeText, id } from "@/lib/foundation/shapes";
import { codesRegle, unitesRegle } from "./regle";

/** `le`: the day whose rules are asked for, today when absent. Without an agreement: the agency's own. */
export const regleList = z.object({
  agence_id: id,
  convention: z.enum(conventions).optional(),
  le: civilDate.optional(),
});

/** From `du` on another value or severity, with the written reason; `retour`: the agreement's own again. */
export const regleBody = z
  .strictObject({
    agence_id: id,
    convention: z.enum(conventions),
    code: z.enum(codesRegle),
    du: civilDate,
    retour: z.stringbool().or(z.boolean()).default(false),
    valeur: z.coerce.number().int().min(0).max(10_000).optional(),
    severite: z.enum(severitesRegle).optional(),
    motif: freeText(500).min(3),
  })
  .refine(({ retour, valeur, severite }) => retour || valeur !== undefined || severite !== undefined, {
    path: ["valeur"],
    error: "required",
  });

export const conventionBody = z.strictObject({ agence_id: id, convention: z.enum(conventions) });

const ecart = z.object({
  du: z.string(),
  retour: z.boolean(),
  valeur: z.number().int().nullable(),
  severite: z.enum(severitesRegle).nullable(),
  motif: z.string(),
  cree_le: z.string(),
});

/** One rule: as it holds (`valeur`, `severite`), as the agreement has it, and how far a written reason may go. */
export const regleShape = z.object({
  code: z.enum(codesRegle),
  libelle: z.string(),
  valeur: z.number().int(),
  unite: z.enum(unitesRegle),
  sens: z.enum(["max", "min"]),
  severite: z.enum(severitesRegle),
  valeur_convention: z.number().int(),
  severite_convention: z.enum(severitesRegle),
  plafond: z.number().int().nullable(),
  article: z.string(),
  du: z.string(),
  /** The agency's own that holds on the day, and those to come. */
  ecart: ecart.nullable(),
  a_venir: z.array(ecart),
});

export const reglesShape = z.object({
  agence_id: z.number().int(),
  convention: z.enum(conventions),
  /** Agreement of whoever has no contract that names another. */
  convention_agence: z.enum(conventions),
  le: z.string(),
  results: z.array(regleShape),
});

export type RegleShape = z.output<typeof regleShape>;
export type ReglesShape = z.output<typeof reglesShape>;
