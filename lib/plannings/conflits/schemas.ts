import { z } from "zod";
import { id } from "@/lib/foundation/shapes";
import { unitesRegle } from "@/lib/organisation/conventions/regle";
import { codesConflit, gravites } from "./conflits";

export const conflitsRead = z.object({
  agence_id: id.optional(),
  semaine: z
    .string()
    .regex(/^\d{4}-W\d{2}$/)
    .optional(),
});

/** One conflict of the week: `phrase` says it in the reader's language; `visites` in order of time. */
export const conflitShape = z.object({
  code: z.enum(codesConflit),
  gravite: z.enum(gravites),
  phrase: z.string(),
  /** Of a working-time rule: what was measured, its limit and its text. */
  constat: z
    .object({
      mesure: z.number(),
      limite: z.number(),
      unite: z.enum(unitesRegle),
      article: z.string(),
      derogation_possible: z.boolean(),
    })
    .nullable(),
  intervenant: z.object({ id: z.number().int(), prenom: z.string(), nom: z.string() }).nullable(),
  visites: z.array(
    z.object({
      id: z.number().int(),
      date: z.string(),
      fin: z.string(),
      client: z.object({ id: z.number().int(), nom: z.string() }),
    }),
  ),
});

export const conflitsShape = z.object({
  semaine: z.string(),
  du: z.string(),
  au: z.string(),
  agence_id: z.number().int(),
  fuseau: z.string(),
  results: z.array(conflitShape),
});

export type ConflitLu = z.output<typeof conflitShape>;
export type Conflits = z.output<typeof conflitsShape>;
