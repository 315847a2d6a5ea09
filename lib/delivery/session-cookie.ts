import { cookies, headers } from "next/headers";
import { cache } from "react";
import { database } from "@/db/client";
import { type Account, accountById } from "@/lib/foundation/actor";
import type { Role } from "@/lib/foundation/context";
import {
  accountOfSession,
  beginSession,
  readSession,
  type SessionPayload,
  sealSession,
  secondsLeft,
  sessionCookieName,
  sessionCookieOptions,
} from "./session";

/** Opens a session in the browser that sent this form. For server actions. */
export async function openSessionCookie(account: {
  id: number;
  versionJeton: number;
  role: Role;
}): Promise<void> {
  await writeSession(await beginSession(account, await headers()));
}

/** Notes in the browser's session that its owner has just proved who they are. */
export async function confirmSessionCookie(now: Date): Promise<void> {
  const payload = await currentSession();
  if (payload) await writeSession({ ...payload, auth: Math.floor(now.getTime() / 1000) });
}

async function writeSession(payload: SessionPayload): Promise<void> {
  const options = { ...sessionCookieOptions(), maxAge: secondsLeft(payload) };
  (await cookies()).set(sessionCookieName(), await sealSession(payload), options);
}

/** Opens the browser's session anew after its owner's own change ended all of them (a new password). */
export async function renewSessionCookie(utilisateurId: number): Promise<void> {
  const account = await accountById(database(), utilisateurId);
  if (!account) return;
  const { versionJeton, actor } = account;
  await openSessionCookie({ id: utilisateurId, versionJeton, role: actor.role as Role });
}

/** The browser's session as its cookie tells it, or null. */
export async function currentSession(): Promise<SessionPayload | null> {
  return readSession((await cookies()).get(sessionCookieName())?.value);
}

/** The signed-in account of this browser, or null; asked once per page. */
export const browserAccount = cache(
  async (): Promise<Account | null> => accountOfSession((await cookies()).get(sessionCookieName())?.value),
);

export async function forgetSessionCookie(): Promise<void> {
  (await cookies()).set(sessionCookieName(), "", { ...sessionCookieOptions(), maxAge: 0 });
}
