import { z } from "zod";
import { civilites, etatsAbsence, langues, typesAbsence, typesContrat } from "@/db/states";
import { listInput } from "@/lib/foundation/page";
import {
  civilDate,
  dateTimeText,
  freeText,
  id,
  langue,
  line,
  optionalEmail,
  phone,
  requiredLine,
} from "@/lib/foundation/shapes";

const flag = z.stringbool().or(z.boolean());
/** One value or several: a form sends a single choice alone. */
const listOf = <T extends z.ZodType>(item: T, max: number) =>
  z.preprocess(
    (value) => (value === undefined || Array.isArray(value) ? value : [value]),
    z.array(item).max(max),
  );
const code = z.string().trim().min(1).max(60);
const postalCode = z.string().trim().min(2).max(12);

const contrat = z.strictObject({
  type: z.enum(typesContrat).default("cdi"),
  /** Contract hours of a week, decimal; at most 48 (Code du travail L3121-20). */
  heures_semaine: z.coerce.number().min(0).max(48).default(35),
});

const fields = {
  matricule: line(30),
  civilite: z.enum(civilites),
  nom: requiredLine(80),
  prenom: requiredLine(80),
  email: optionalEmail,
  telephone: phone,
  langues: listOf(langue, 4),
  secteur: line(80),
  secteurs: listOf(postalCode, 100),
  competences: listOf(code, 50),
  contrat,
  embauche_le: civilDate.nullable(),
  latitude: z.coerce.number().min(-90).max(90).nullable(),
  longitude: z.coerce.number().min(-180).max(180).nullable(),
  utilisateur_id: id.nullable(),
};

/** `competences`: activity codes; `secteurs`: postal codes served, none means the whole agency. */
export const intervenantBody = z.strictObject({
  agence_id: id.optional(),
  nom: fields.nom,
  prenom: fields.prenom,
  matricule: fields.matricule.default(""),
  civilite: fields.civilite.default("autre"),
  email: fields.email.default(""),
  telephone: fields.telephone.default(""),
  langues: fields.langues.default(["fr"]),
  secteur: fields.secteur.default(""),
  secteurs: fields.secteurs.default([]),
  competences: fields.competences.default([]),
  contrat: contrat.default({ type: "cdi", heures_semaine: 35 }),
  embauche_le: fields.embauche_le.default(null),
  latitude: fields.latitude.default(null),
  longitude: fields.longitude.default(null),
  utilisateur_id: fields.utilisateur_id.default(null),
});

export const intervenantPatch = z
  .strictObject({ ...fields, matricule: requiredLine(30), actif: flag })
  .partial()
  .extend({ id, version: z.coerce.number().int().positive().optional() });

export const intervenantList = listInput.extend({
  q: z.string().trim().max(100).optional(),
  agence_id: id.optional(),
  competence: code.optional(),
  code_postal: postalCode.optional(),
  actif: flag.optional(),
});

export const intervenantShape = z.object({
  id: z.number().int(),
  agence_id: z.number().int(),
  utilisateur_id: z.number().int().nullable(),
  matricule: z.string(),
  civilite: z.enum(civilites),
  nom: z.string(),
  prenom: z.string(),
  email: z.string(),
  telephone: z.string(),
  langues: z.array(z.enum(langues)),
  secteur: z.string(),
  secteurs: z.array(z.string()),
  competences: z.array(z.string()),
  contrat: z.object({ type: z.enum(typesContrat), heures_semaine: z.number() }),
  embauche_le: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  actif: z.boolean(),
  version: z.number().int(),
  cree_le: z.string(),
  modifie_le: z.string(),
});

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const plageBody = z.strictObject({
  jour: z.coerce.number().int().min(1).max(7),
  heure_debut: clock,
  heure_fin: clock,
  du: civilDate.optional(),
  au: civilDate.nullable().default(null),
});

export const disponibiliteList = listInput.extend({ intervenant_id: id });
export const disponibiliteReplace = z.strictObject({
  intervenant_id: id,
  disponibilites: z.array(plageBody).max(100),
});

/** Weekly hours, local time of the agency; day 1 is Monday. */
export const disponibiliteShape = z.object({
  id: z.number().int(),
  intervenant_id: z.number().int(),
  jour: z.number().int(),
  heure_debut: z.string(),
  heure_fin: z.string(),
  du: z.string(),
  au: z.string().nullable(),
});

/** A whole day, or a moment; `fin` of a whole day is that day included. */
const edge = z.union([civilDate, dateTimeText]);

export const absenceList = listInput.extend({
  intervenant_id: id.optional(),
  agence_id: id.optional(),
  statut: z.enum(etatsAbsence).optional(),
  date_min: civilDate.optional(),
  date_max: civilDate.optional(),
});

export const absenceBody = z.strictObject({
  intervenant_id: id.optional(),
  debut: edge,
  fin: edge,
  type: z.enum(typesAbsence),
  motif: freeText(500).default(""),
});

export const absenceDecision = z.strictObject({
  id,
  decision: z.enum(["approuvee", "refusee"]),
});

export const absenceById = z.strictObject({ id });

export const absenceShape = z.object({
  id: z.number().int(),
  intervenant_id: z.number().int(),
  agence_id: z.number().int(),
  debut: z.string(),
  fin: z.string(),
  type: z.enum(typesAbsence),
  statut: z.enum(etatsAbsence),
  motif: z.string(),
  /** Planned visits inside the absence, which someone else must make. */
  prestations_a_remplacer: z.number().int(),
  /** Visits taken from the person for it; they stay with whoever makes them when it is withdrawn. */
  prestations_remplacees: z.number().int(),
  decide_le: z.string().nullable(),
  cree_le: z.string(),
});

export type IntervenantShape = z.output<typeof intervenantShape>;
export type DisponibiliteShape = z.output<typeof disponibiliteShape>;
export type AbsenceShape = z.output<typeof absenceShape>;
export type Plage = z.output<typeof plageBody>;
