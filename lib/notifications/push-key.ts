import { env } from "@/lib/foundation/env";

/** The product's key pair for push messages, base64url: a P-256 point and its scalar. */
export type PushKey = { publicKey: string; privateKey: string };

/** The key that signs push messages (VAPID, RFC 8292), or null where none is configured. */
export function pushKey(text = env().DIHYA_PUSH_KEY): PushKey | null {
  if (!text) return null;
  const { x, y, d } = JSON.parse(text) as { x: string; y: string; d: string };
  const point = Buffer.concat([Buffer.from([4]), Buffer.from(x, "base64url"), Buffer.from(y, "base64url")]);
  return { publicKey: point.toString("base64url"), privateKey: d };
}
