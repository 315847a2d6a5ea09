import { z } from "zod";
import { familles, langues, pays, regimes } from "@/db/states";
import { listInput } from "@/lib/foundation/page";
import { civilDate, country, id, line, requiredLine } from "@/lib/foundation/shapes";

/** `"31.90"`: an amount, dot or comma typed. */
const amount = z
  .string()
  .trim()
  .transform((text) => text.replace(",", "."))
  .pipe(z.string().regex(/^\d{1,7}(\.\d{1,2})?$/));
/** A percentage with at most two decimals, `"5.50"`. */
const percent = z
  .string()
  .trim()
  .transform((text) => text.replace(",", "."))
  .pipe(z.string().regex(/^(100(\.0{1,2})?|\d{1,2}(\.\d{1,2})?)$/));
const minutes = z.coerce.number().int().min(0).max(1440);
const flag = z.stringbool().or(z.boolean());

const labels = z.strictObject({
  fr: requiredLine(160),
  en: requiredLine(160),
  ar: requiredLine(160),
  tzm: requiredLine(160),
});

const activiteFields = {
  famille: z.enum(familles),
  regime: z.enum(regimes),
  libelles: labels,
  libelles_legaux: labels,
  reference_legale: line(120),
  urssaf_nature: line(10),
  offre_globale: flag,
  duree_max_min: minutes.min(1).nullable(),
  plafond_credit_impot: amount.nullable(),
};

/** A new activity of the catalogue; the code is what the API and links use, so it is chosen once. */
export const activiteBody = z.strictObject({
  ...activiteFields,
  code: z
    .string()
    .trim()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(60),
  pays: country.default("FR"),
  libelles_legaux: labels.optional(),
  reference_legale: activiteFields.reference_legale.default(""),
  urssaf_nature: activiteFields.urssaf_nature.default(""),
  offre_globale: flag.default(false),
  duree_max_min: activiteFields.duree_max_min.default(null),
  plafond_credit_impot: activiteFields.plafond_credit_impot.default(null),
});

export const activitePatch = z
  .strictObject({ ...activiteFields, actif: flag })
  .partial()
  .extend({ id, version: z.coerce.number().int().positive().optional() });

/** `date`: day whose prices are wanted; today at the agency when left out. */
export const activiteList = listInput.extend({
  agence_id: id.optional(),
  famille: z.enum(familles).optional(),
  date: civilDate.optional(),
  q: z.string().trim().max(100).optional(),
});

/** By number or by code. */
export const activiteRead = z.object({ id: z.string().trim().min(1).max(60).or(z.number()) });

export const tarifList = listInput.extend({ agence_id: id.optional(), activite_id: id.optional() });

/** A price from a civil day on; VAT and minimum default to those in force the day before. */
export const tarifBody = z.strictObject({
  agence_id: id,
  activite_id: id,
  prix_horaire_ttc: amount,
  du: civilDate,
  minimum_min: minutes.optional(),
  taux_tva: percent.optional(),
});

export const tarifShape = z.object({
  id: z.number().int(),
  agence_id: z.number().int(),
  activite_id: z.number().int(),
  type: z.string(),
  prix_horaire_ttc: z.string(),
  devise: z.string(),
  minimum_min: z.number().int(),
  taux_tva: z.string(),
  du: z.string(),
  au: z.string().nullable(),
  cree_le: z.string(),
});

/** What an agency asks today, and what is left after the indicative tax credit (null where there is none). */
export const prixShape = z.object({
  agence_id: z.number().int(),
  agence: z.string(),
  pays: z.enum(pays),
  devise: z.string(),
  prix_horaire_ttc: z.string(),
  prix_horaire_apres_credit: z.string().nullable(),
  credit_impot: z.object({ taux: z.string(), reference: z.string() }).nullable(),
  minimum_min: z.number().int(),
  taux_tva: z.string(),
  du: z.string(),
});

const words = z.object({ fr: z.string(), en: z.string(), ar: z.string(), tzm: z.string() });

export const activiteShape = z.object({
  id: z.number().int(),
  code: z.string(),
  numero_legal: z.number().int().nullable(),
  pays: z.enum(pays),
  famille: z.enum(familles),
  regime: z.enum(regimes),
  libelle: z.string(),
  libelles: words,
  libelle_legal: z.string(),
  libelles_legaux: words,
  reference_legale: z.string(),
  urssaf_nature: z.string(),
  offre_globale: z.boolean(),
  duree_max_min: z.number().int().nullable(),
  plafond_credit_impot: z.string().nullable(),
  actif: z.boolean(),
  version: z.number().int(),
  prix: z.array(prixShape),
});

export const frequences = ["ponctuel", "hebdomadaire", "bimensuel", "mensuel"] as const;

/** `duree`: decimal hours, to the minute. */
export const simulationBody = z.strictObject({
  type: z.string().trim().min(1).max(160),
  agence_id: id,
  duree: z.coerce
    .number()
    .positive()
    .max(24)
    .refine((hours) => Math.abs(hours * 60 - Math.round(hours * 60)) < 1e-6, {
      params: { code: "invalidNumber" },
    }),
  frequence: z.enum(frequences).default("ponctuel"),
});

export const simulationShape = z.object({
  type: z.string(),
  libelle: z.string(),
  agence_id: z.number().int(),
  agence: z.string(),
  pays: z.enum(pays),
  devise: z.string(),
  frequence: z.enum(frequences),
  duree: z.number(),
  duree_facturee: z.number(),
  prix_horaire_ttc: z.string(),
  prix_horaire_apres_credit: z.string().nullable(),
  taux_tva: z.string(),
  prestations_par_an: z.number().int(),
  visite: z.object({
    montant_ht: z.string(),
    montant_tva: z.string(),
    montant_ttc: z.string(),
    reste_a_charge: z.string(),
  }),
  mois: z.object({
    montant_ttc: z.string(),
    credit_impot: z.string(),
    reste_a_charge: z.string(),
  }),
  credit_impot: z
    .object({ taux: z.string(), reference: z.string(), plafond_annuel: z.string(), plafonne: z.boolean() })
    .nullable(),
  devis_obligatoire: z.boolean(),
  mention: z.string().nullable(),
});

export type ActiviteShape = z.output<typeof activiteShape>;
export type PrixShape = z.output<typeof prixShape>;
export type TarifShape = z.output<typeof tarifShape>;
export type Simulation = z.output<typeof simulationShape>;
export type Frequence = (typeof frequences)[number];
export const langueCodes = langues;
export const familleCodes = familles;
export const regimeCodes = regimes;
