import { z } from "zod";
import { id } from "@/lib/foundation/shapes";

export const sessionIdInput = z.strictObject({ id: z.string().min(1).max(100) });
export const ofAccountInput = z.strictObject({ id });

export const sessionShape = z.object({
  id: z.string(),
  type: z.enum(["navigateur", "jeton"]),
  /** What its program says it is (User-Agent). */
  appareil: z.string(),
  /** The beginning of its network address. */
  reseau: z.string(),
  ouverte_le: z.string(),
  vue_le: z.string(),
  expire_le: z.string(),
  /** The one that asks. */
  courante: z.boolean(),
});

export const sessionsShape = z.object({ results: z.array(sessionShape) });

export type SessionShape = z.output<typeof sessionShape>;
