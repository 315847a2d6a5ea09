import { z } from "zod";
import { listInput } from "@/lib/foundation/page";
import { id } from "@/lib/foundation/shapes";

const flag = z.stringbool().or(z.boolean());

export const notificationList = listInput.extend({ non_lues: flag.optional() });
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
