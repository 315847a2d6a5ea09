import { z } from "zod";
import { listInput } from "@/lib/foundation/page";
import { auditShape, fautes } from "./schemas";

const asked = {
  /** Kind of object, e.g. `facture`. */
  objet: z.string().regex(/^[A-Za-z]{1,40}$/),
  /** Its id; of an invoice or a quote also the number printed on it, e.g. `2026-000123`. */
  objet_id: z.string().trim().min(1).max(64),
};

export const historyInput = listInput.extend(asked);
export const historyTarget = z.object(asked);

export const historyObject = z.object({
  type: z.string(),
  id: z.string(),
  /** The number printed on it, if it has one. */
  numero: z.string().nullable(),
  /** Asked for, or found because it belongs to what was. */
  demande: z.boolean(),
});

export const historyEntry = auditShape.extend({
  flux: z.string(),
  seq: z.number().int(),
  /** The text has its hash, says what the columns say, and follows the entry before it; what was sealed is the same. */
  intacte: z.boolean(),
  /** Entries under the first signed checkpoint that covers this one; null while it waits for one (about a second). */
  point: z.number().int().nullable(),
  donnees: z.record(z.string(), z.unknown()),
});

export const historyVerification = z.object({
  /** Nothing was altered. */
  intact: z.boolean(),
  /** Entries recomputed. */
  entrees: z.number().int(),
  /** Chains, one an object. */
  flux: z.number().int(),
  /** Entries under signed checkpoints. */
  scellees: z.number().int(),
  verifie_le: z.string(),
  alterees: z.array(
    z.object({ id: z.number().int(), flux: z.string(), seq: z.number().int(), faute: z.enum(fautes) }),
  ),
});

export type HistoryObject = z.output<typeof historyObject>;
export type HistoryEntry = z.output<typeof historyEntry>;
export type HistoryVerification = z.output<typeof historyVerification>;
