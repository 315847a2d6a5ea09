import { Secret, TOTP } from "otpauth";

const PERIOD_SECONDS = 30;
/** Codes of one step before and after are taken: clocks differ, and people type slowly. */
const WINDOW = 1;

/** A new secret of 160 bits, as an authenticator takes it when typed (base32). */
export const newSecret = (): string => new Secret({ size: 20 }).base32;

const totp = (secret: string, label = "") =>
  new TOTP({ issuer: "Dihya", label, secret: Secret.fromBase32(secret), period: PERIOD_SECONDS });

/** What the QR code says; `label` tells accounts of one person apart in their application. */
export const enrolmentUri = (secret: string, label: string): string => totp(secret, label).toString();

/** The step of 30 s to which six digits belong, or null when they are not of this secret and time. */
export function stepOf(secret: string, code: string, now: Date): number | null {
  const timestamp = now.getTime();
  const delta = totp(secret).validate({ token: code, timestamp, window: WINDOW });
  return delta === null ? null : Math.floor(timestamp / 1000 / PERIOD_SECONDS) + delta;
}

/** The code of that moment; what the person's application shows. For tests. */
export const codeAt = (secret: string, now: Date): string =>
  totp(secret).generate({ timestamp: now.getTime() });
