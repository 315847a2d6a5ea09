import { z } from "zod";
import { byId, line } from "@/lib/foundation/shapes";

/** `nom`: what reads it, in the person's own words ("Téléphone"). */
export const abonnementCreate = z.strictObject({ nom: line(60).default("") });
export const abonnementRef = byId.strict();
export const abonnementList = z.object({});

/** The file at the end of a feed's address: the secret and `.ics`. */
export const fluxRead = z.object({ fichier: z.string().max(200) });

export const abonnementShape = z.object({
  id: z.number().int(),
  nom: z.string(),
  cree_le: z.string(),
  /** When the present address was made. */
  adresse_le: z.string(),
  /** Last read by a calendar application, to within five minutes; null when never. */
  lu_le: z.string().nullable(),
});

/** Said once: the addresses hold the secret, which is not kept. */
export const abonnementSecretShape = abonnementShape.extend({ adresse: z.string(), webcal: z.string() });

/** `reste`: how many more the person may make. */
export const abonnementsShape = z.object({
  results: z.array(abonnementShape),
  reste: z.number().int(),
});

export type Abonnement = z.output<typeof abonnementShape>;
export type AbonnementSecret = z.output<typeof abonnementSecretShape>;
export type Abonnements = z.output<typeof abonnementsShape>;
