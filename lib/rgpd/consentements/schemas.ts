import { z } from "zod";
import { finalitesConsentement, voiesConsentement } from "@/db/states";
import type { FinaliteConsentement } from "@/lib/foundation/consents";
import { civilDate, id } from "@/lib/foundation/shapes";

/** The wording shown now for each purpose (`rgpd.consents.purposes`); it rises when the words change. */
export const versionsTexte: Readonly<Record<FinaliteConsentement, number>> = {
  publication_avis: 1,
  demande_avis: 1,
  rappels_push: 1,
};

/** `date` and an older `version_texte` are for a paper that staff note; a client answers what is shown, today. */
export const consentementBody = z.strictObject({
  id,
  finalite: z.enum(finalitesConsentement),
  accord: z.stringbool().or(z.boolean()),
  version_texte: z.coerce.number().int().positive().max(1000).optional(),
  date: civilDate.optional(),
});

const said = z.object({
  finalite: z.enum(finalitesConsentement),
  accord: z.boolean(),
  version_texte: z.number().int(),
  voie: z.enum(voiesConsentement),
  /** Civil day on which the person said so. */
  date: z.string(),
  /** Who of the agency noted it; empty when the person did, and to anyone but the team. */
  saisi_par: z.string(),
  cree_le: z.string(),
});

export const consentementsShape = z.object({
  client_id: z.number().int(),
  finalites: z.array(
    z.object({
      finalite: z.enum(finalitesConsentement),
      /** `aucun`: never asked; nothing was refused. */
      etat: z.enum(["donne", "retire", "aucun"]),
      /** Of the wording shown now. */
      version_texte: z.number().int(),
      /** Since which civil day. */
      depuis: z.string().nullable(),
    }),
  ),
  /** Everything that was said, the last first. */
  historique: z.array(said),
});

export type Consentements = z.output<typeof consentementsShape>;
