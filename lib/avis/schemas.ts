import { z } from "zod";
import { etatsAvis } from "@/db/states";
import { listInput } from "@/lib/foundation/page";
import { freeText, id } from "@/lib/foundation/shapes";

export const avisList = listInput.extend({
  agence_id: id.optional(),
  /** Activity code. */
  type: z.string().trim().max(60).optional(),
});

/** A published review; its author is an initial, e.g. `N.` */
export const avisShape = z.object({
  id: z.number().int(),
  note: z.number().int(),
  commentaire: z.string(),
  reponse: z.string(),
  auteur: z.string(),
  type: z.string(),
  libelle: z.string(),
  agence_id: z.number().int(),
  agence: z.string(),
  publie_le: z.string(),
});

/** Mean mark of the published reviews asked for, one decimal, and how many they are. */
export const avisResume = z.object({ moyenne: z.number().nullable(), nombre: z.number().int() });

export const avisPage = z.object({
  results: z.array(avisShape),
  next: z.string().nullable(),
  previous: z.string().nullable(),
  count: z.number().int().optional(),
  resume: avisResume,
});

export type AvisShape = z.output<typeof avisShape>;

const note = z.coerce.number().int().min(1).max(5);
const version = z.coerce.number().int().positive();

/** A client's review of a validated visit, from 1 to 5, with words if they like. */
export const avisBody = z.strictObject({ prestation_id: id, note, commentaire: freeText(2000).default("") });

/** The author's changes, until the review is moderated. */
export const avisPatch = z.strictObject({
  id,
  version: version.optional(),
  note: note.optional(),
  commentaire: freeText(2000).optional(),
});

export const decisions = ["publie", "refuse"] as const;

/** `motif` is required to refuse, and told to the author; `reponse` is published with the review. */
export const avisModeration = z.strictObject({
  id,
  version: version.optional(),
  decision: z.enum(decisions),
  motif: freeText(500).default(""),
  reponse: freeText(2000).optional(),
});

/** The agency's answer; an empty one takes it back. */
export const avisReponse = z.strictObject({ id, version: version.optional(), reponse: freeText(2000) });

export const avisDossierList = listInput.extend({
  statut: z.enum(etatsAvis).optional(),
  agence_id: id.optional(),
  client_id: id.optional(),
  prestation_id: id.optional(),
  /** Marks up to this one. */
  note_max: note.optional(),
});

/** A review as its author, the agency and auditors follow it. */
export const avisDossierShape = z.object({
  id: z.number().int(),
  agence_id: z.number().int(),
  prestation_id: z.number().int(),
  client_id: z.number().int(),
  client: z.string(),
  /** First name, with the family name for staff; null when nobody was assigned. */
  intervenant: z.string().nullable(),
  type: z.string(),
  libelle: z.string(),
  /** Start of the visit. */
  date: z.string(),
  fuseau: z.string(),
  note: z.number().int(),
  commentaire: z.string(),
  reponse: z.string(),
  statut: z.enum(etatsAvis),
  motif_refus: z.string(),
  publie_le: z.string().nullable(),
  modere_le: z.string().nullable(),
  version: z.number().int(),
  cree_le: z.string(),
  modifie_le: z.string(),
});

export type AvisDossier = z.output<typeof avisDossierShape>;
