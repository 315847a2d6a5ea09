import { z } from "zod";
import { etatsDemandeRgpd, typesDemandeRgpd } from "@/db/states";
import { listInput } from "@/lib/foundation/page";
import { civilDate, freeText, id } from "@/lib/foundation/shapes";
import { champs, changementsBody } from "./rectification/schemas";

const version = z.coerce.number().int().positive().optional();

export const demandeList = listInput.extend({
  type: z.enum(typesDemandeRgpd).optional(),
  statut: z.enum(etatsDemandeRgpd).optional(),
  agence_id: id.optional(),
  client_id: id.optional(),
  intervenant_id: id.optional(),
  /** Those not answered yet, whatever their state. */
  ouvertes: z.stringbool().or(z.boolean()).optional(),
  /** Those whose deadline is this civil day or before. */
  echeance_max: civilDate.optional(),
});

/** A client asks for themself and names nobody; staff name the person, and the day a letter arrived. */
export const demandeBody = z.strictObject({
  type: z.enum(typesDemandeRgpd),
  client_id: id.optional(),
  intervenant_id: id.optional(),
  message: freeText(2000).default(""),
  recue_le: civilDate.optional(),
  /** Of a rectification: what is to stand in the file; accepting the request writes it there. */
  changements: changementsBody.optional(),
});

export const decisions = ["en_cours", "acceptee", "refusee", "close"] as const;

/**
 * `motif` is required to refuse; both texts are told to the person. Accepting a rectification that lists its changes
 * makes them, and closes the request.
 */
export const demandeDecision = z.strictObject({
  id,
  version,
  decision: z.enum(decisions),
  motif: freeText(2000).default(""),
  reponse: freeText(4000).optional(),
});

export const demandeProlongation = z.strictObject({
  id,
  version,
  motif: z.string().trim().min(1).max(2000),
});

/** `documents: false`: the data and the page alone, without the PDFs. */
export const clientCopy = z.object({ id, documents: z.stringbool().or(z.boolean()).default(true) });

export const demandeShape = z.object({
  id: z.number().int(),
  agence_id: z.number().int(),
  type: z.enum(typesDemandeRgpd),
  client_id: z.number().int().nullable(),
  intervenant_id: z.number().int().nullable(),
  /** Name of the person concerned; a pseudonym to an auditeur, and once the person was erased. */
  personne: z.string(),
  statut: z.enum(etatsDemandeRgpd),
  /** Civil day of receipt; the clock starts here. */
  recue_le: z.string(),
  /** Last civil day for the answer. */
  echeance: z.string(),
  /** Days until then, negative when late; null once it was answered. */
  jours_restants: z.number().int().nullable(),
  prolongee: z.boolean(),
  prolongation_motif: z.string(),
  message: z.string(),
  /** Of a rectification; an auditeur reads which fields, and no value. Empty when nothing stood or is to stand there. */
  changements: z.array(z.object({ champ: z.enum(champs), avant: z.string(), apres: z.string() })),
  motif_refus: z.string(),
  reponse: z.string(),
  decide_le: z.string().nullable(),
  close_le: z.string().nullable(),
  fuseau: z.string(),
  version: z.number().int(),
  cree_le: z.string(),
  modifie_le: z.string(),
});

export type Demande = z.output<typeof demandeShape>;
