import { z } from "zod";
import { listInput } from "@/lib/foundation/page";
import { id } from "@/lib/foundation/shapes";

const semaine = z.string().regex(/^\d{4}-W\d{2}$/);

export const publicationBody = z.strictObject({ agence_id: id, semaine });
export const publicationPreview = z.object({ agence_id: id, semaine });
export const publicationList = listInput.extend({ agence_id: id.optional(), semaine: semaine.optional() });

const compte = {
  nouvelles: z.number().int(),
  changees: z.number().int(),
  retirees: z.number().int(),
};

/** A published week. `numero`: 1 the first time; `prevenus`: how many people were told. */
export const publicationShape = z.object({
  id: z.number().int(),
  agence_id: z.number().int(),
  semaine: z.string(),
  du: z.string(),
  numero: z.number().int(),
  visites: z.number().int(),
  ...compte,
  prevenus: z.number().int(),
  publie_par: z.object({ id: z.number().int(), nom: z.string() }).nullable(),
  publie_le: z.string(),
});

/** What publishing now would tell, and to whom. `precedente`: the last publication of the week. */
export const publicationPreviewShape = z.object({
  agence_id: z.number().int(),
  semaine: z.string(),
  precedente: publicationShape.nullable(),
  ...compte,
  personnes: z.array(
    z.object({ role: z.enum(["client", "intervenant"]), id: z.number().int(), nom: z.string(), ...compte }),
  ),
  /** Working-time rules that stand against it: publishing is refused while there is one. */
  bloquants: z.array(
    z.object({
      intervenant_id: z.number().int(),
      regle: z.string(),
      phrase: z.string(),
      mesure: z.number(),
      limite: z.number(),
      article: z.string(),
    }),
  ),
});

export type Publication = z.output<typeof publicationShape>;
export type PublicationPreview = z.output<typeof publicationPreviewShape>;
