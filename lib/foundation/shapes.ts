import { z } from "zod";
import { langues, pays } from "@/db/states";

/** Zod pieces that several slices share; safe in the browser. */
export const id = z.coerce.number().int().positive().max(2_147_483_647);
export const langue = z.enum(langues);
export const country = z.enum(pays);
/** One line of text, trimmed. */
export const line = (max: number) => z.string().trim().max(max);
export const requiredLine = (max: number) => z.string().trim().min(1).max(max);
export const freeText = (max = 2000) => z.string().trim().max(max);
export const civilDate = z.iso.date();
export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
/** Digits with the usual separators; empty allowed. */
export const phone = z
  .string()
  .trim()
  .max(30)
  .regex(/^(\+?[0-9 ().-]{6,})?$/);
export const email = z.email().trim().toLowerCase().max(200);
export const optionalEmail = z.union([z.literal(""), email]);
export const byId = z.object({ id });
/** ISO 8601 date and time; without an offset it means local time at the agency. */
export const dateTimeText = z
  .string()
  .trim()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?$/, { error: "date" })
  .max(40);
