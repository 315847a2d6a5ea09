import { z } from "zod";
import { queueNames } from "@/db/queues";
import { listInput } from "@/lib/foundation/page";

const file = z.enum(queueNames);
export const byEchec = z.object({ id: z.uuid() });
export const byFile = z.object({ file });
export const echecList = listInput.omit({ count: true }).extend({ file: file.optional() });

/** A queue; `plus_ancien` is since when its oldest job has been due. */
export const fileShape = z.object({
  file,
  en_attente: z.number().int(),
  en_cours: z.number().int(),
  echecs: z.number().int(),
  plus_ancien: z.string().nullable(),
});
export const filesShape = z.object({ results: z.array(fileShape) });

/** A job whose tries are used up; `erreur` never holds a value of the data. */
export const echecShape = z.object({
  id: z.string(),
  file,
  quand: z.string(),
  cree_le: z.string().nullable(),
  tentatives: z.number().int(),
  erreur: z.string(),
  tache_id: z.number().int().nullable(),
});

/** How many jobs went back to their queue. */
export const rejeuShape = z.object({ file, rejoues: z.number().int() });

export type File = z.output<typeof fileShape>;
export type Echec = z.output<typeof echecShape>;
