import webpush from "web-push";
import { env } from "@/lib/foundation/env";
import type { PushKey } from "./push-key";

export type Browser = { adresse: string; cleP256dh: string; cleAuth: string };
/** What the browser is told; `cle` names the notice, so that the same one sent twice is shown once. */
export type Message = { titre: string; texte: string; page: string; cle: string; langue: string };

/** Seconds that the browser's maker keeps a message for a device that is off: older news is read in the product. */
const KEPT_SECONDS = 86_400;

/**
 * The request that brings a message to a browser: encrypted for it alone (RFC 8291, aes128gcm) and signed by us
 * (RFC 8292). Throws when the browser's keys are unusable.
 */
export function pushRequest(
  { adresse, cleP256dh, cleAuth }: Browser,
  message: Message,
  key: PushKey,
): { body: Buffer; headers: Record<string, string> } {
  const subscription = { endpoint: adresse, keys: { p256dh: cleP256dh, auth: cleAuth } };
  const { body, headers } = webpush.generateRequestDetails(subscription, JSON.stringify(message), {
    TTL: KEPT_SECONDS,
    contentEncoding: "aes128gcm",
    vapidDetails: { subject: contact(), ...key },
  });
  const texts = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]);
  return { body: body as Buffer, headers: Object.fromEntries(texts) };
}

/** Whom the browser's maker may write to about our messages: the product's address, else its sender's. */
function contact(): string {
  const { NEXTAUTH_URL, MAIL_FROM } = env();
  if (NEXTAUTH_URL.startsWith("https://")) return NEXTAUTH_URL;
  return `mailto:${/<([^>]+)>/.exec(MAIL_FROM)?.[1] ?? MAIL_FROM}`;
}
