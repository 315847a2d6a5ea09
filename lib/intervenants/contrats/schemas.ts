import { z } from "zod";
import { conventions, modesHoraires, naturesContrat } from "@/db/states";
import { listInput } from "@/lib/foundation/page";
import { civilDate, freeText, id } from "@/lib/foundation/shapes";
import { etatsContrat } from "./termes";

/** Hours of a week, at most 48 (Code du travail L3121-20), or of a year at most 1 607 (L3121-41) and 2 200 with overtime. */
const termes = {
  convention: z.enum(conventions),
  mode: z.enum(modesHoraires).default("semaine"),
  heures_semaine: z.coerce.number().min(0).max(48).optional(),
  heures_annee: z.coerce.number().min(1).max(2200).optional(),
};

type Hours = { mode: "semaine" | "annuel"; heures_semaine?: number; heures_annee?: number };
const needsHours = ({ mode, heures_semaine, heures_annee }: Hours, context: z.RefinementCtx) => {
  const missing = mode === "annuel" ? heures_annee === undefined : heures_semaine === undefined;
  const field = mode === "annuel" ? "heures_annee" : "heures_semaine";
  if (missing)
    context.addIssue({ code: "invalid_type", expected: "number", input: undefined, path: [field] });
};

/** `heures_semaine` in hours; with `mode` annuel `heures_annee` counts, and the week is its average. */
export const contratBody = z
  .strictObject({
    intervenant_id: id,
    nature: z.enum(naturesContrat),
    debut: civilDate,
    fin: civilDate.nullable().default(null),
    motif: freeText(500).default(""),
    ...termes,
  })
  .superRefine(needsHours);

/** `au`: last day of an amendment for a time. */
export const avenantBody = z
  .strictObject({
    id,
    du: civilDate,
    au: civilDate.nullable().default(null),
    motif: freeText(500).default(""),
    version: z.coerce.number().int().positive().optional(),
    ...termes,
  })
  .superRefine(needsHours);

export const finBody = z.strictObject({
  id,
  fin: civilDate,
  motif: freeText(500).default(""),
  version: z.coerce.number().int().positive().optional(),
});

export const contratList = listInput.extend({
  intervenant_id: id.optional(),
  agence_id: id.optional(),
  etat: z.enum(etatsContrat).optional(),
});

const avenant = z.object({
  numero: z.number().int(),
  du: z.string(),
  au: z.string().nullable(),
  convention: z.enum(conventions),
  mode: z.enum(modesHoraires),
  heures_semaine: z.number(),
  heures_annee: z.number().nullable(),
  temps_partiel: z.boolean(),
  motif: z.string(),
  cree_le: z.string(),
});

/** `actuel`: what holds today; null before the contract begins and once it has ended. */
export const contratShape = z.object({
  id: z.number().int(),
  intervenant_id: z.number().int(),
  agence_id: z.number().int(),
  nature: z.enum(naturesContrat),
  etat: z.enum(etatsContrat),
  debut: z.string(),
  fin: z.string().nullable(),
  motif: z.string(),
  actuel: avenant.nullable(),
  avenants: z.array(avenant),
  version: z.number().int(),
  cree_le: z.string(),
  modifie_le: z.string(),
});

export type ContratShape = z.output<typeof contratShape>;
export type AvenantShape = z.output<typeof avenant>;
