import { z } from "zod";
import { etatsReservation } from "@/db/states";
import { listInput } from "@/lib/foundation/page";
import { civilDate, dateTimeText, freeText, id, requiredLine } from "@/lib/foundation/shapes";
import { duree, prestationShape, typeText, version } from "@/lib/prestations/schemas";

const missing = { params: { code: "required" } };

/**
 * Two forms. With `prestation_id`: asks for an existing planned visit (another `date` moves it). Without: a new visit
 * is made and held; then `type`, `date` and `duree` are required. `client_id` defaults to the calling client.
 */
export const reservationBody = z
  .strictObject({
    client_id: id.optional(),
    prestation_id: id.optional(),
    type: typeText.optional(),
    date: dateTimeText.optional(),
    duree: duree.optional(),
    adresse_id: id.optional(),
    intervenant_id: id.optional(),
    message: freeText(1000).default(""),
    instructions: freeText().default(""),
    /** Staff only: written reason for passing a warning rule. */
    derogation: freeText(500).default(""),
  })
  .superRefine((body, issues) => {
    if (body.prestation_id !== undefined) return;
    for (const field of ["type", "date", "duree"] as const)
      if (body[field] === undefined) issues.addIssue({ code: "custom", path: [field], ...missing });
  });

const statuts = z
  .string()
  .transform((text) => text.split(",").filter(Boolean))
  .pipe(z.array(z.enum(etatsReservation)).min(1));

export const reservationList = listInput.extend({
  q: z.string().trim().max(100).optional(),
  client_id: id.optional(),
  intervenant_id: id.optional(),
  agence_id: id.optional(),
  prestation_id: id.optional(),
  statut: statuts.optional(),
  date_min: civilDate.optional(),
  date_max: civilDate.optional(),
});

/** `intervenant_id` assigns the visit while accepting. */
export const reservationAccept = z.strictObject({
  id,
  intervenant_id: id.optional(),
  version: version.optional(),
  derogation: freeText(500).default(""),
});

export const reservationRefuse = z.strictObject({
  id,
  motif: requiredLine(500),
  version: version.optional(),
});

export const reservationCancel = z.strictObject({
  id,
  motif: freeText(500).default(""),
  version: version.optional(),
});

/** A reservation with the visit it asks for. */
export const reservationShape = z.object({
  id: z.number().int(),
  agence_id: z.number().int(),
  client_id: z.number().int(),
  prestation_id: z.number().int(),
  date: z.string(),
  statut: z.enum(etatsReservation),
  motif: z.string(),
  message: z.string(),
  expire_le: z.string(),
  decide_le: z.string().nullable(),
  prestation: prestationShape,
  version: z.number().int(),
  cree_le: z.string(),
  modifie_le: z.string(),
});

export type Reservation = z.output<typeof reservationShape>;
export type EtatReservation = (typeof etatsReservation)[number];
