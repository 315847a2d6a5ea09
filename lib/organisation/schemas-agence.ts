import { fromDate } from "@internationalized/date";
import { z } from "zod";
import { pays } from "@/db/states";
import { listInput } from "@/lib/foundation/page";
import { civilDate, country, id, line, optionalEmail, phone, requiredLine } from "@/lib/foundation/shapes";

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** Opening hours of a weekday, local time of the agency; day 1 is Monday. */
export const horaireShape = z
  .strictObject({ jour: z.coerce.number().int().min(1).max(7), debut: clock, fin: clock })
  .refine(({ debut, fin }) => debut < fin, { path: ["fin"], params: { code: "invalidChoice" } });

const horaires = z.array(horaireShape).max(21);

const hours = z.coerce.number().int().min(0).max(720);

const fields = {
  nom: requiredLine(120),
  forme_juridique: line(60),
  capital: line(60),
  voie: requiredLine(120),
  code_postal: requiredLine(12),
  commune: requiredLine(80),
  latitude: z.coerce.number().min(-90).max(90).nullable(),
  longitude: z.coerce.number().min(-180).max(180).nullable(),
  telephone: phone,
  email: optionalEmail,
  identifiant: line(30),
  registre: line(80),
  numero_tva: line(20),
  numero_declaration: line(30),
  date_declaration: civilDate.nullable(),
  numero_agrement: line(30),
  date_agrement: civilDate.nullable(),
  mediateur: line(200),
  iban: line(42).regex(/^([A-Z]{2}\d{2}[A-Z0-9]{10,30})?$/),
  bic: line(11).regex(/^([A-Z0-9]{8}([A-Z0-9]{3})?)?$/),
  delai_paiement_jours: z.coerce.number().int().min(0).max(120),
  retenue_heures: z.coerce.number().int().min(1).max(720),
  preavis_annulation_heures: hours,
  frais_annulation_bp: z.coerce.number().int().min(0).max(10_000),
  horaires,
};

const timeZone = z.string().refine(isTimeZone, { params: { code: "invalidChoice" } });

/** A new agency. Code, country, currency and invoice series are chosen once: issued invoices carry them. */
export const agenceBody = z.strictObject({
  code: z
    .string()
    .trim()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(40),
  pays: country.default("FR"),
  devise: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .default("EUR"),
  fuseau: timeZone.default("Europe/Paris"),
  serie_facture: z.string().regex(/^[A-Z0-9]{1,6}$/),
  nom: fields.nom,
  voie: fields.voie,
  code_postal: fields.code_postal,
  commune: fields.commune,
  forme_juridique: fields.forme_juridique.default(""),
  capital: fields.capital.default(""),
  latitude: fields.latitude.default(null),
  longitude: fields.longitude.default(null),
  telephone: fields.telephone.default(""),
  email: fields.email.default(""),
  identifiant: fields.identifiant.default(""),
  registre: fields.registre.default(""),
  numero_tva: fields.numero_tva.default(""),
  numero_declaration: fields.numero_declaration.default(""),
  date_declaration: fields.date_declaration.default(null),
  numero_agrement: fields.numero_agrement.default(""),
  date_agrement: fields.date_agrement.default(null),
  mediateur: fields.mediateur.default(""),
  iban: fields.iban.default(""),
  bic: fields.bic.default(""),
  delai_paiement_jours: fields.delai_paiement_jours.default(30),
  retenue_heures: fields.retenue_heures.default(48),
  preavis_annulation_heures: fields.preavis_annulation_heures.default(24),
  frais_annulation_bp: fields.frais_annulation_bp.default(0),
  horaires: fields.horaires.default([]),
});

export const agencePatch = z
  .strictObject({ ...fields, fuseau: timeZone, actif: z.boolean() })
  .partial()
  .extend({ id, version: z.coerce.number().int().positive().optional() });

export const agenceList = listInput.extend({ pays: country.optional() });

/** What anyone may know of an agency. */
export const agencePublicShape = z.object({
  id: z.number().int(),
  code: z.string(),
  nom: z.string(),
  voie: z.string(),
  code_postal: z.string(),
  commune: z.string(),
  pays: z.enum(pays),
  devise: z.string(),
  fuseau: z.string(),
  telephone: z.string(),
  email: z.string(),
  numero_declaration: z.string(),
  /** Terms of cancellation: free until so many hours before a visit, then this share of its price (basis points). */
  preavis_annulation_heures: z.number().int(),
  frais_annulation_bp: z.number().int(),
  horaires: z.array(horaireShape),
});

/** Staff see the settings too; the rest is absent for others. */
export const agenceShape = agencePublicShape.extend({
  forme_juridique: z.string().optional(),
  capital: z.string().optional(),
  latitude: z.number().nullable().optional(),
  longitude: z.number().nullable().optional(),
  identifiant: z.string().optional(),
  registre: z.string().optional(),
  numero_tva: z.string().optional(),
  date_declaration: z.string().nullable().optional(),
  numero_agrement: z.string().optional(),
  date_agrement: z.string().nullable().optional(),
  mediateur: z.string().optional(),
  iban: z.string().optional(),
  bic: z.string().optional(),
  serie_facture: z.string().optional(),
  delai_paiement_jours: z.number().int().optional(),
  retenue_heures: z.number().int().optional(),
  actif: z.boolean().optional(),
  version: z.number().int().optional(),
  cree_le: z.string().optional(),
  modifie_le: z.string().optional(),
});

export const paysCodes = pays;
export type Horaire = z.output<typeof horaireShape>;
export type AgenceShape = z.output<typeof agenceShape>;

/** An IANA name that this machine's clock knows. */
function isTimeZone(name: string): boolean {
  try {
    fromDate(new Date(0), name);
    return true;
  } catch {
    return false;
  }
}
