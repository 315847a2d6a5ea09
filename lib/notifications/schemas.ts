import { z } from "zod";
import { typesAlerte } from "@/db/states";
import { listInput } from "@/lib/foundation/page";
import { id } from "@/lib/foundation/shapes";
import { categories } from "./categories";

const flag = z.stringbool().or(z.boolean());

/** Orderings: `id` (newest first by default), `-non_lue` (unread first). `id` alone: that one. */
export const notificationList = listInput.extend({ non_lues: flag.optional(), id: id.optional() });
/** Without `id`, every notice of the caller. */
export const notificationPatch = z.strictObject({ id: id.optional(), lue: flag });

export const notificationShape = z.object({
  id: z.number().int(),
  type: z.string(),
  /** In the caller's language. */
  message: z.string(),
  /** Page below the language, e.g. `/espace/visites/7`; empty when there is none. */
  lien: z.string(),
  lue: z.boolean(),
  lue_le: z.string().nullable(),
  cree_le: z.string(),
  donnees: z.record(z.string(), z.union([z.string(), z.number()])),
});

export type Notification = z.output<typeof notificationShape>;

const heure = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const preferencesPatch = z.strictObject({
  preferences: z
    .array(
      z.strictObject({
        type: z.enum(categories),
        application: z.boolean().optional(),
        courriel: z.boolean().optional(),
        push: z.boolean().optional(),
      }),
    )
    .max(categories.length)
    .optional(),
  /** Local time of the agency; an end before the begin is the next day's. Null: no quiet hours. */
  silence: z
    .strictObject({ debut: heure, fin: heure })
    .refine(({ debut, fin }) => debut !== fin, { path: ["fin"] })
    .nullable()
    .optional(),
});

export const preferencesShape = z.object({
  preferences: z.array(
    z.object({
      type: z.enum(categories),
      application: z.boolean(),
      /** Null: nothing of this kind is sent by e-mail. */
      courriel: z.boolean().nullable(),
      /** On the devices that the person subscribed, see `/notifications/push/`; follows `application`. */
      push: z.boolean(),
      /** Security is always told. */
      modifiable: z.boolean(),
    }),
  ),
  silence: z.object({ debut: z.string(), fin: z.string() }).nullable(),
});

export type PreferencesShape = z.output<typeof preferencesShape>;

export const alerteList = listInput.omit({ count: true }).extend({ type: z.enum(typesAlerte).optional() });

export const alerteShape = z.object({
  id: z.number().int(),
  type: z.enum(typesAlerte),
  agence_id: z.number().int(),
  /** In the caller's language. */
  message: z.string(),
  client: z.string().nullable(),
  client_id: z.number().int().nullable(),
  /** Page below the language. */
  lien: z.string(),
  cree_le: z.string(),
});

export type Alerte = z.output<typeof alerteShape>;
