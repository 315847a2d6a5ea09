import { z } from "zod";
import { frequences, groupements, typesRapport } from "@/db/states";
import { listInput } from "@/lib/foundation/page";
import { id } from "@/lib/foundation/shapes";

/** A report to send after each week or month; `destinataires`: accounts of the agency's staff, the caller if absent. */
export const programmationCreate = z.strictObject({
  type: z.enum(typesRapport),
  grouper_par: z.enum(groupements).optional(),
  frequence: z.enum(frequences),
  agence_id: id,
  destinataires: z.array(id).min(1).max(20).optional(),
});

export const programmationList = listInput.extend({ agence_id: id.optional() });

export const programmationShape = z.object({
  id: z.number().int(),
  agence_id: z.number().int(),
  type: z.enum(typesRapport),
  libelle: z.string(),
  grouper_par: z.enum(groupements),
  frequence: z.enum(frequences),
  /** Accounts, and their names where they still are of the staff. */
  destinataires: z.array(z.object({ id: z.number().int(), nom: z.string() })),
  /** The last week (`2026-W10`) or month (`2026-02`) that needs no sending any more. */
  derniere_periode: z.string(),
  cree_le: z.string(),
});
export type Programmation = z.output<typeof programmationShape>;
