import { z } from "zod";
import { etatsTache } from "@/db/states";
import { id } from "@/lib/foundation/shapes";

/** What can be wrong; sentences in messages, `integrite.fautes`. */
export const fautes = [
  // of a visit
  "etat",
  "horaire",
  "personnes",
  "montant",
  "prix",
  "pointages",
  "pointage_perdu",
  "horodatages",
  "facturation",
  "doublon",
  "disparue",
  // of an invoice
  "totaux",
  "lignes",
  "tva",
  "instantane",
  "chaine",
  "paiements",
  "reglement",
  "fichier",
  "emission",
  "destruction",
  // of a series of numbers
  "lacune",
  "tete",
  // of what stands sealed: a value or a key was altered, moved or lost
  "sceau",
  // of the log
  "empreinte",
  "colonnes",
  "lien",
  "scelle",
  "racine",
  "signature",
  "point",
  "rang",
  "recul",
  "elagage",
] as const;
export type Faute = (typeof fautes)[number];

export const anomalieShape = z.object({
  /** `serie`: a series of invoice numbers, `F 2026`; `sceau`: a sealed value, `clients:12`; `journal`: a stream of the log. */
  type: z.enum(["prestation", "facture", "serie", "sceau", "journal"]),
  id: z.string(),
  faute: z.enum(fautes),
});

export const executionShape = z.object({
  id: z.number().int(),
  tache_id: z.number().int().nullable(),
  etat: z.enum(etatsTache),
  /** Nothing was altered; null until the run has ended. */
  intact: z.boolean().nullable(),
  prestations: z.number().int(),
  factures: z.number().int(),
  /** Entries of the log. */
  entrees: z.number().int(),
  /** Faults in all; the first 200 are named. */
  total: z.number().int(),
  anomalies: z.array(anomalieShape),
  cree_le: z.string(),
  terminee_le: z.string().nullable(),
});

export const integriteShape = z.object({
  /** The last run that has ended; null before the first. */
  derniere: executionShape.nullable(),
  /** The last twenty, newest first, without their faults. */
  executions: z.array(executionShape.omit({ anomalies: true })),
});

/** One visit or invoice checked now. */
export const verificationShape = z.object({
  type: z.enum(["prestation", "facture"]),
  id: z.number().int(),
  agence_id: z.number().int(),
  intact: z.boolean(),
  fautes: z.array(z.enum(fautes)),
  /** Of an invoice whose time is over: when what it said was destroyed. Not an alteration. */
  contenu_detruit_le: z.string().nullable(),
  verifie_le: z.string(),
});

/** Without `execution_id` the run is entered when it has ended: from the command line. */
export const executionInput = z.object({ execution_id: id.optional(), tache_id: id.optional() });

export type Anomalie = z.output<typeof anomalieShape>;
export type Execution = z.output<typeof executionShape>;
export type Verification = z.output<typeof verificationShape>;
