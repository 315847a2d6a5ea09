import { z } from "zod";
import { politiquesFeries } from "@/db/states";
import { listInput } from "@/lib/foundation/page";
import { civilDate, freeText, id, requiredLine } from "@/lib/foundation/shapes";
import { duree, typeText, version } from "@/lib/prestations/schemas";

const heure = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
/** RFC 5545: FREQ=DAILY, WEEKLY or MONTHLY with INTERVAL, BYDAY, and COUNT or UNTIL. */
const rrule = requiredLine(200);
/** Days left out; a text with commas between is one too. */
const exceptions = z.preprocess(
  (value) => (typeof value === "string" ? value.split(/[\s,;]+/).filter(Boolean) : value),
  z.array(civilDate).max(200),
);
const optionalDay = z.preprocess((value) => (value === "" ? null : value), civilDate.nullable());

export const serieBody = z.strictObject({
  client_id: id,
  type: typeText,
  intervenant_id: id.nullable().optional(),
  adresse_id: id.optional(),
  duree,
  heure,
  premier_jour: civilDate,
  rrule,
  exceptions: exceptions.default([]),
  jours_feries: z.enum(politiquesFeries).default("maintenir"),
  fin_le: optionalDay.optional(),
  instructions: freeText().default(""),
  derogation: freeText(500).default(""),
});

/** From `du` (today when absent) on. `premier_jour`: where a changed rule begins to count. */
export const seriePatch = z.strictObject({
  id,
  version: version.optional(),
  portee: z.literal("suivantes").default("suivantes"),
  du: civilDate.optional(),
  intervenant_id: id.nullable().optional(),
  adresse_id: id.optional(),
  duree: duree.optional(),
  heure: heure.optional(),
  premier_jour: civilDate.optional(),
  rrule: rrule.optional(),
  exceptions: exceptions.optional(),
  jours_feries: z.enum(politiquesFeries).optional(),
  fin_le: optionalDay.optional(),
  instructions: freeText().optional(),
  derogation: freeText(500).optional(),
});

export const serieStop = z.strictObject({
  id,
  version: version.optional(),
  du: civilDate.optional(),
  motif: requiredLine(500),
});

export const etatsSerie = ["active", "terminee", "arretee"] as const;

export const serieList = listInput.extend({
  q: z.string().trim().max(100).optional(),
  client_id: id.optional(),
  intervenant_id: id.optional(),
  agence_id: id.optional(),
  statut: z.enum(etatsSerie).optional(),
});

/** The first `nombre` days of a series that is not there yet. */
export const seriePreview = z.object({
  client_id: id,
  adresse_id: id.optional(),
  heure,
  premier_jour: civilDate,
  rrule,
  exceptions: exceptions.default([]),
  jours_feries: z.enum(politiquesFeries).default("maintenir"),
  fin_le: optionalDay.optional(),
  nombre: z.coerce.number().int().min(1).max(60).default(12),
});

/** A series. `en_clair`: the rule in the reader's language. Days are civil days in `fuseau`, `heure` its local time. */
export const serieShape = z.object({
  id: z.number().int(),
  agence_id: z.number().int(),
  client_id: z.number().int(),
  client: z.object({ id: z.number().int(), nom: z.string() }),
  intervenant_id: z.number().int().nullable(),
  intervenant: z.object({ id: z.number().int(), prenom: z.string(), nom: z.string() }).nullable(),
  type: z.string(),
  libelle: z.string(),
  adresse_id: z.number().int(),
  rrule: z.string(),
  en_clair: z.string(),
  premier_jour: z.string(),
  heure: z.string(),
  duree: z.number(),
  fin_le: z.string().nullable(),
  /** Last day of the rule; null without end. */
  dernier_jour: z.string().nullable(),
  exceptions: z.array(z.string()),
  jours_feries: z.enum(politiquesFeries),
  instructions: z.string(),
  derogation: z.string(),
  statut: z.enum(etatsSerie),
  arret: z.object({ du: z.string(), motif: z.string() }).nullable(),
  generee_jusquau: z.string().nullable(),
  fuseau: z.string(),
  version: z.number().int(),
  cree_le: z.string(),
  modifie_le: z.string(),
});

/** What a write did to the visits. `non_affectees`: those whose intervenant could not be given, and the rule why. */
export const effetShape = z.object({
  creees: z.number().int(),
  modifiees: z.number().int(),
  annulees: z.number().int(),
  non_affectees: z.array(
    z.object({ jour: z.string(), prestation_id: z.number().int(), code: z.string(), raison: z.string() }),
  ),
});
export const serieResultShape = serieShape.extend({ effet: effetShape });

export const apercuShape = z.object({
  en_clair: z.string(),
  rrule: z.string(),
  fuseau: z.string(),
  dernier_jour: z.string().nullable(),
  results: z.array(
    z.object({
      jour: z.string(),
      /** When the visit begins; null when it is left out. */
      date: z.string().nullable(),
      ferie: z.string().nullable(),
    }),
  ),
});

export type Serie = z.output<typeof serieShape>;
export type SerieResult = z.output<typeof serieResultShape>;
export type Apercu = z.output<typeof apercuShape>;
