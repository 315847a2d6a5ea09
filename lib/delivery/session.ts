import { decode } from "next-auth/jwt";
import { database } from "@/db/client";
import { type Account, accountOf } from "@/lib/foundation/actor";
import { env } from "@/lib/foundation/env";

/** Name of the session cookie; `__Secure-` once the product is served over HTTPS. */
export function sessionCookieName(): string {
  return env().NEXTAUTH_URL.startsWith("https://") ? "__Secure-dihya.session" : "dihya.session";
}

/** The account of a session cookie's value, or null: wrong, expired, disabled, or ended since. */
export async function accountOfSession(value: string | undefined): Promise<Account | null> {
  if (!value) return null;
  const payload = await decode({ token: value, secret: env().NEXTAUTH_SECRET }).catch(() => null);
  const id = Number(payload?.sub);
  const version = Number(payload?.tv);
  if (!Number.isSafeInteger(id) || id <= 0 || !Number.isSafeInteger(version)) return null;
  return accountOf(database(), id, version);
}
