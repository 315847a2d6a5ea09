import { z } from "zod";
import { resultatsAudit } from "@/db/states";
import { listInput } from "@/lib/foundation/page";
import { civilDate, id } from "@/lib/foundation/shapes";

/** Roles that can stand in the log: the six of the product, and the worker. */
export const rolesAudit = [
  "admin",
  "gestionnaire",
  "intervenant",
  "client",
  "auditeur",
  "guest",
  "system",
] as const;

export const filters = {
  action: z.string().trim().max(60).optional(),
  /** Kind of object, e.g. `prestation`. */
  objet: z.string().trim().max(40).optional(),
  objet_id: z.string().trim().max(64).optional(),
  acteur_id: id.optional(),
  role: z.enum(rolesAudit).optional(),
  resultat: z.enum(resultatsAudit).optional(),
  requete: z.string().trim().max(64).optional(),
  date_min: civilDate.optional(),
  date_max: civilDate.optional(),
};

export const auditList = listInput.extend(filters);
export const auditExportInput = z.object({
  ...filters,
  format: z.enum(["csv", "json", "ndjson"]).default("csv"),
  /** With `objet` and `objet_id`: also what happened to what belongs to the object. */
  lies: z.stringbool().or(z.boolean()).optional(),
});

export const auditShape = z.object({
  id: z.number().int(),
  horodatage: z.string(),
  /** Pseudonym of the account, e.g. `utilisateur-7f3a91`, or `-` for a guest or the worker. */
  acteur: z.string(),
  acteur_type: z.string(),
  role: z.string(),
  action: z.string(),
  /** `facture:12` */
  objet: z.string(),
  resultat: z.enum(resultatsAudit),
  requete: z.string(),
  agence_id: z.number().int().nullable(),
});

export const auditDetail = auditShape.extend({
  flux: z.string(),
  seq: z.number().int(),
  precedent: z.string(),
  feuille: z.string(),
  canon: z.string(),
  donnees: z.record(z.string(), z.unknown()),
  /** Whether the hash recomputed now equals the stored one, and the link to the previous entry holds. */
  intacte: z.boolean(),
});

export const checkpointShape = z.object({
  /** Name of the log, drawn from its key. */
  origine: z.string(),
  /** Entries under the checkpoint. */
  taille: z.number().int(),
  /** The signed note (C2SP tlog-checkpoint): origin, size, root, signature. */
  texte: z.string(),
  /** The public key, as signed-note verifiers take it. */
  cle: z.string(),
  scelle_le: z.string(),
});
export type CheckpointShape = z.output<typeof checkpointShape>;

/** What can be wrong with an entry, a chain, the tree or a checkpoint. */
export const fautes = [
  "empreinte",
  "colonnes",
  "lacune",
  "lien",
  "tete",
  "scelle",
  "racine",
  "signature",
  "point",
  "rang",
  "recul",
  "elagage",
] as const;

/** `point`: an older checkpoint that somebody kept, as it was published; it must still hold. */
export const verificationInput = z.object({ point: z.string().trim().max(2000).optional() });

export const auditVerification = z.object({
  /** Nothing was altered. */
  intact: z.boolean(),
  entrees: z.number().int(),
  flux: z.number().int(),
  /** Entries with their place in the tree. */
  scellees: z.number().int(),
  /** Signed checkpoints that were recomputed. */
  points: z.number().int(),
  verifie_le: z.string(),
  /** At most 100, oldest first; `id` is 0 when the entry itself is gone. */
  alterees: z.array(
    z.object({
      id: z.number().int(),
      flux: z.string(),
      seq: z.number().int(),
      /**
       * `empreinte`: text changed; `colonnes`: columns beside it; `lien`: chain; `lacune`: entry gone; `tete`: end cut
       * off; `scelle`: not the entry that was sealed. Of a checkpoint (`flux` is `checkpoint`, `seq` its size):
       * `racine`: the tree below it is another; `signature`: not signed by this log; `point`: the last entries lost
       * theirs; `rang`: a place of the tree is empty; `recul`: the log is shorter than it was. Of a record of pruning (`flux` is
       * `elagage`, `seq` its number): `elagage`: not signed by this log, or the log does not tell of it.
       */
      faute: z.enum(fautes),
    }),
  ),
});

export type AuditVerification = z.output<typeof auditVerification>;
export type AuditShape = z.output<typeof auditShape>;
export type AuditDetail = z.output<typeof auditDetail>;
export type AuditFilters = z.output<typeof auditExportInput>;
