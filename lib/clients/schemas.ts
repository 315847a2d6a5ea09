import { z } from "zod";
import { civilites, langues, pays } from "@/db/states";
import { listInput } from "@/lib/foundation/page";
import {
  civilDate,
  country,
  email,
  freeText,
  id,
  langue,
  line,
  optionalEmail,
  phone,
  requiredLine,
} from "@/lib/foundation/shapes";

const latitude = z.number().min(-90).max(90).nullable();
const longitude = z.number().min(-180).max(180).nullable();

export const adresseBody = z.strictObject({
  id: id.optional(),
  libelle: line(60).default(""),
  voie: requiredLine(120),
  complement: line(120).default(""),
  code_postal: requiredLine(12),
  commune: requiredLine(80),
  pays: country.default("FR"),
  latitude: latitude.default(null),
  longitude: longitude.default(null),
  acces: line(300).default(""),
});

export const contactBody = z.strictObject({
  nom: requiredLine(120),
  lien: line(60).default(""),
  telephone: phone.default(""),
  email: optionalEmail.default(""),
  urgence: z.boolean().default(false),
});

export const clientBody = z.strictObject({
  agence_id: id.optional(),
  civilite: z.enum(civilites).default("autre"),
  nom: requiredLine(80),
  prenom: requiredLine(80),
  email: optionalEmail.default(""),
  telephone: phone.default(""),
  langue: langue.default("fr"),
  naissance: civilDate.nullable().default(null),
  notes: freeText().default(""),
  adresses: z.array(adresseBody).max(10).default([]),
  contacts: z.array(contactBody).max(10).default([]),
});

/** A client may change their own contacts, language and addresses; name and notes are the agency's. */
export const clientPatch = z.strictObject({
  id,
  version: z.coerce.number().int().positive().optional(),
  civilite: z.enum(civilites).optional(),
  nom: requiredLine(80).optional(),
  prenom: requiredLine(80).optional(),
  email: z.union([z.literal(""), email]).optional(),
  telephone: phone.optional(),
  langue: langue.optional(),
  naissance: civilDate.nullable().optional(),
  notes: freeText().optional(),
  actif: z.boolean().optional(),
  adresses: z.array(adresseBody).max(10).optional(),
  contacts: z.array(contactBody).max(10).optional(),
});

export const clientList = listInput.extend({
  q: z.string().trim().max(100).optional(),
  agence_id: id.optional(),
  actif: z.stringbool().or(z.boolean()).optional(),
});

export const adresseShape = z.object({
  id: z.number().int(),
  libelle: z.string(),
  voie: z.string(),
  complement: z.string(),
  code_postal: z.string(),
  commune: z.string(),
  pays: z.enum(pays),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  acces: z.string(),
  principale: z.boolean(),
});

export const contactShape = z.object({
  nom: z.string(),
  lien: z.string(),
  telephone: z.string(),
  email: z.string(),
  urgence: z.boolean(),
});

/** A client as a list shows it. */
export const clientSummary = z.object({
  id: z.number().int(),
  agence_id: z.number().int(),
  civilite: z.enum(civilites),
  nom: z.string(),
  prenom: z.string(),
  email: z.string(),
  telephone: z.string(),
  langue: z.enum(langues),
  commune: z.string(),
  actif: z.boolean(),
  version: z.number().int(),
  cree_le: z.string(),
  modifie_le: z.string(),
});

/** A client's whole file. */
export const clientShape = clientSummary.extend({
  naissance: z.string().nullable(),
  /** When the person was erased at their request; nothing of theirs is left then. */
  efface_le: z.string().nullable(),
  notes: z.string(),
  adresses: z.array(adresseShape),
  contacts: z.array(contactShape),
});

export type ClientSummary = z.output<typeof clientSummary>;
export type ClientFile = z.output<typeof clientShape>;
export type AdresseShape = z.output<typeof adresseShape>;
