import { z } from "zod";

const shape = z.object({
  /** Where people reach the product; links in e-mails start with it. */
  NEXTAUTH_URL: z.url().default("http://localhost:3000"),
  NEXTAUTH_SECRET: z.string().min(32),
  /** Ed25519 private JWK that signs the API's access tokens. */
  DIHYA_TOKEN_KEY: z.string().min(1),
  /** P-256 private JWK that signs push messages to browsers; without it none are offered. */
  DIHYA_PUSH_KEY: z.string().optional(),
  /** Ed25519 private JWK that signs the checkpoints of the log; the worker does not start without it. */
  DIHYA_LOG_KEY: z.string().optional(),
  RESEND_API_KEY: z.string().optional(),
  SMTP_URL: z.string().optional(),
  /** Networks besides the public Internet that webhooks may reach, e.g. `192.168.1.0/24`; plain http is allowed there. */
  DIHYA_WEBHOOK_NETWORKS: z.string().default(""),
  /** Who is told of a fault in the product (RFC 9116): an e-mail address or an https page. */
  SECURITY_CONTACT: z.union([z.literal(""), z.email(), z.url({ protocol: /^(https|mailto)$/ })]).default(""),
  MAIL_FROM: z.string().default("Dihya <no-reply@dihya.test>"),
});

let parsed: z.output<typeof shape> | undefined;

/** The environment, checked once, when first needed. Throws ZodError naming the variable at fault. */
export function env(): z.output<typeof shape> {
  parsed ??= shape.parse(process.env);
  return parsed;
}

const perMinute = (usual: number) =>
  z.preprocess((text) => text || usual, z.coerce.number().int().min(1).max(1_000_000_000));

/** Requests per minute that one web process takes of the API, from one caller; needs no secret. */
const limits = z.object({
  DIHYA_LIMIT_ACCOUNT: perMinute(1200),
  DIHYA_LIMIT_ADDRESS: perMinute(3000),
  DIHYA_LIMIT_GUEST: perMinute(300),
});

let parsedLimits: z.output<typeof limits> | undefined;

/** The limits in force, checked once, when first needed. Throws ZodError naming the variable at fault. */
export function requestLimits(): z.output<typeof limits> {
  parsedLimits ??= readLimits(process.env);
  return parsedLimits;
}

/** The limits that `given` sets, or the usual ones. */
export const readLimits = (given: Record<string, string | undefined>) => limits.parse(given);
