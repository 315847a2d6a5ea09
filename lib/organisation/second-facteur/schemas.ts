import { z } from "zod";
import { id } from "@/lib/foundation/shapes";

/** Six digits or a recovery code, as typed. */
export const givenCode = z.string().trim().min(1).max(60);

export const codeInput = z.strictObject({ code: givenCode });
export const prepareInput = z.strictObject({ code: givenCode.optional() });
export const challengeInput = z.object({ defi: z.string().min(1).max(2000), code: givenCode });
export const resetFactorInput = z.strictObject({ id });

export const facteurShape = z.object({
  actif: z.boolean(),
  active_le: z.string().nullable(),
  codes_restants: z.number().int(),
  /** Whether this person may not work without one. */
  obligatoire: z.boolean(),
});

export const enrolmentShape = z.object({
  /** Base32, to be typed where no camera is at hand. */
  secret: z.string(),
  /** `otpauth://…`, the text of the QR code. */
  adresse: z.string(),
});

export const codesShape = z.object({ codes: z.array(z.string()) });

export type FacteurShape = z.output<typeof facteurShape>;
export type Enrolment = z.output<typeof enrolmentShape>;
export type Codes = z.output<typeof codesShape>;
