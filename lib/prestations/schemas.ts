import { z } from "zod";
import { etatsPrestation, etatsReservation, pays, typesPointage } from "@/db/states";
import { listInput } from "@/lib/foundation/page";
import { civilDate, dateTimeText, freeText, id, requiredLine } from "@/lib/foundation/shapes";

/** Decimal hours, more than 0, at most 24, to the minute (`2`, `1.5`, `0.25`). */
export const duree = z.coerce
  .number()
  .positive()
  .max(24)
  .refine((hours) => Math.abs(hours * 60 - Math.round(hours * 60)) < 0.01, {
    params: { code: "invalidFormat" },
  });
export const version = z.coerce.number().int().positive();
/** Written reason for passing a warning rule; empty means none. */
const derogation = freeText(500).default("");
/** An activity: code, legal number, or label in any of the four languages. */
export const typeText = requiredLine(200);

export const prestationBody = z.strictObject({
  client_id: id,
  intervenant_id: id.nullable().optional(),
  type: typeText,
  date: dateTimeText,
  duree,
  adresse_id: id.optional(),
  instructions: freeText().default(""),
  derogation,
});

/** Staff's changes; `statut: "confirmee"` confirms a planned visit. `intervenant_id: null` takes the person off. */
export const prestationPatch = z.strictObject({
  id,
  version: version.optional(),
  intervenant_id: id.nullable().optional(),
  date: dateTimeText.optional(),
  duree: duree.optional(),
  adresse_id: id.optional(),
  instructions: freeText().optional(),
  statut: z.literal("confirmee").optional(),
  derogation,
});

/** A client's move asks again (the agency confirms); staff's move stands at once. */
export const prestationMove = z.strictObject({
  id,
  date: dateTimeText,
  duree: duree.optional(),
  intervenant_id: id.optional(),
  version: version.optional(),
  derogation,
});

/** `frais`: charge the agency's fee for a late cancellation asked by the client; staff only. */
export const prestationCancel = z.strictObject({
  id,
  motif: requiredLine(500),
  frais: z.stringbool().or(z.boolean()).default(false),
  version: version.optional(),
});

/** `duree_facturee` (decimal hours): staff only; the planned duration when absent. */
export const prestationValidate = z.strictObject({
  id,
  duree_facturee: duree.optional(),
  version: version.optional(),
});

export const prestationNote = z.strictObject({ id, note_intervenant: freeText() });

/** `horodatage` absent: now. */
export const pointageBody = z.strictObject({
  id,
  type: z.enum(typesPointage),
  horodatage: dateTimeText.optional(),
  latitude: z.coerce.number().min(-90).max(90).optional(),
  longitude: z.coerce.number().min(-180).max(180).optional(),
});

const statuts = z
  .string()
  .transform((text) => text.split(",").filter(Boolean))
  .pipe(z.array(z.enum(etatsPrestation)).min(1));

/** `date_min` and `date_max`: civil day (agency's zone, both included) or date-time. `statut`: one or several, comma between. */
export const prestationList = listInput.extend({
  q: z.string().trim().max(100).optional(),
  client_id: id.optional(),
  intervenant_id: id.optional(),
  agence_id: id.optional(),
  serie_id: id.optional(),
  type: typeText.optional(),
  statut: statuts.optional(),
  date_min: civilDate.or(dateTimeText).optional(),
  date_max: civilDate.or(dateTimeText).optional(),
  /** Ended at the latest then. */
  fin_max: dateTimeText.optional(),
  /** `a_venir`: under way, or planned and not yet over; `passees`: all others. Every visit is in one of the two. */
  moment: z.enum(["a_venir", "passees"]).optional(),
  sans_intervenant: z.stringbool().or(z.boolean()).optional(),
});

/** Why a slot's intervenant is proposed: came before, lives near (5 km), free at that time. */
export const raisons = ["dejaVenu", "proche", "disponible"] as const;

/**
 * Free slots from `du` to `au` (civil days, 31 at most). With `prestation_id` (a visit to be moved) the client, type,
 * duration and address default to the visit's, and its own slot counts as free.
 */
export const creneauList = z.object({
  type: typeText.optional(),
  client_id: id.optional(),
  prestation_id: id.optional(),
  du: civilDate,
  au: civilDate,
  date: dateTimeText.optional(),
  duree: duree.optional(),
  adresse_id: id.optional(),
  intervenant_id: id.optional(),
});

export const pointageShape = z.object({
  type: z.enum(typesPointage),
  horodatage: z.string(),
});

export const lieuShape = z.object({
  id: z.number().int(),
  libelle: z.string(),
  voie: z.string(),
  complement: z.string(),
  code_postal: z.string(),
  commune: z.string(),
  pays: z.enum(pays),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  /** Door code, floor: staff and the assigned intervenant only, else empty. */
  acces: z.string(),
});

/** A visit. Money: decimal text in `devise`. Dates carry the agency's offset (`fuseau`). */
export const prestationShape = z.object({
  id: z.number().int(),
  agence_id: z.number().int(),
  client_id: z.number().int(),
  client: z.object({ id: z.number().int(), nom: z.string(), telephone: z.string().nullable() }),
  intervenant_id: z.number().int().nullable(),
  intervenant: z
    .object({ id: z.number().int(), prenom: z.string(), nom: z.string(), telephone: z.string().nullable() })
    .nullable(),
  type: z.string(),
  libelle: z.string(),
  date: z.string(),
  fin: z.string(),
  duree: z.number(),
  statut: z.enum(etatsPrestation),
  adresse_id: z.number().int(),
  adresse: lieuShape.nullable(),
  prix_ttc: z.string(),
  prix_horaire_ttc: z.string(),
  devise: z.string(),
  instructions: z.string(),
  note_intervenant: z.string(),
  saisie_apres_coup: z.boolean(),
  derogation: z.string(),
  /** The series it belongs to. `empechement`: the rule for which the series' intervenant could not be given it. */
  serie: z.object({ id: z.number().int(), modifiee: z.boolean(), empechement: z.string() }).nullable(),
  annulation: z.object({ motif: z.string(), le: z.string(), frais: z.string() }).nullable(),
  pointages: z.array(pointageShape),
  duree_facturee: z.number().nullable(),
  /** The latest reservation of this visit. */
  reservation: z
    .object({
      id: z.number().int(),
      statut: z.enum(etatsReservation),
      expire_le: z.string(),
      /** Where the visit was confirmed before its client asked to move it. */
      date_precedente: z.string().nullable(),
    })
    .nullable(),
  credit_impot_indicatif: z.string().nullable(),
  /** A client may cancel or move until then. */
  modifiable_jusqua: z.string(),
  fuseau: z.string(),
  version: z.number().int(),
  cree_le: z.string(),
  modifie_le: z.string(),
});

export const creneauShape = z.object({
  date: z.string(),
  fin: z.string(),
  intervenant: z.object({ id: z.number().int(), prenom: z.string() }),
  raisons: z.array(z.enum(raisons)),
  prix_ttc: z.string(),
  devise: z.string(),
});

export const creneauxShape = z.object({
  fuseau: z.string(),
  results: z.array(z.object({ jour: z.string(), creneaux: z.array(creneauShape) })),
});

/** One of the up to three `alternatives` of a `slotTaken` problem. */
export const alternativeShape = z.object({
  date: z.string(),
  fin: z.string(),
  intervenant_id: z.number().int(),
});

export const pointagesShape = z.object({
  results: z.array(
    pointageShape.extend({
      id: z.number().int(),
      recu_le: z.string(),
      source: z.enum(["telephone", "gestionnaire", "api"]),
      latitude: z.number().nullable(),
      longitude: z.number().nullable(),
    }),
  ),
});

export type Prestation = z.output<typeof prestationShape>;
export type Lieu = z.output<typeof lieuShape>;
export type Creneau = z.output<typeof creneauShape>;
export type Creneaux = z.output<typeof creneauxShape>;
export type Alternative = z.output<typeof alternativeShape>;
export type Pointages = z.output<typeof pointagesShape>;
export type EtatPrestation = (typeof etatsPrestation)[number];
