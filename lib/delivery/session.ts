import { randomUUID } from "node:crypto";
import { decode, encode } from "next-auth/jwt";
import { database } from "@/db/client";
import { type Account, accountById } from "@/lib/foundation/actor";
import type { Role } from "@/lib/foundation/context";
import { sessionEnded } from "@/lib/foundation/ended-sessions";
import { env } from "@/lib/foundation/env";
import { noteSession, touchSession } from "@/lib/foundation/open-sessions";
import { sessionSeconds } from "@/lib/foundation/session-life";
import { addressOf } from "./client-address";

/** What a session cookie holds; encrypted (A256GCM), so the browser cannot read or change it. */
export type SessionPayload = {
  /** utilisateurs.id */
  sub: string;
  /** utilisateurs.version_jeton when it was opened */
  tv: number;
  /** Names this one session, so that it can be closed alone. */
  sid: string;
  /** Seconds since 1970 when it was opened; it ends a fixed time later, however often it is renewed. */
  debut: number;
  role: Role;
  /** Seconds since 1970 when its owner last proved who they are; absent: when it was opened. */
  auth?: number;
};

/** Name of the session cookie; over HTTPS one that only this very host can set, for all of it (`__Host-`). */
export function sessionCookieName(): string {
  return isSecure() ? "__Host-dihya.session" : "dihya.session";
}

export function sessionCookieOptions() {
  return { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure() } as const;
}

const isSecure = () => env().NEXTAUTH_URL.startsWith("https://");

/** A new session of an account; `nowMs` is its beginning. */
export function newSession(
  account: { id: number; versionJeton: number; role: Role },
  nowMs = Date.now(),
): SessionPayload {
  const debut = Math.floor(nowMs / 1000);
  return {
    sub: String(account.id),
    tv: account.versionJeton,
    sid: randomUUID(),
    debut,
    role: account.role,
  };
}

/** A new session of an account, noted among those that are open. `from`: the headers of the request. */
export async function beginSession(
  account: { id: number; versionJeton: number; role: Role },
  from: Headers,
): Promise<SessionPayload> {
  const now = new Date();
  const payload = newSession(account, now.getTime());
  const expireLe = new Date(now.getTime() + secondsLeft(payload, now.getTime()) * 1000);
  const agent = from.get("user-agent") ?? undefined;
  const whose = { sid: payload.sid, utilisateurId: account.id, type: "navigateur" } as const;
  await noteSession(database(), { ...whose, agent, ip: addressOf(from), expireLe, now });
  return payload;
}

/** Seconds that a session still has; zero or less once it is over. */
export function secondsLeft(payload: SessionPayload, nowMs = Date.now()): number {
  return payload.debut + sessionSeconds(payload.role) - Math.floor(nowMs / 1000);
}

/** The cookie's value. */
export function sealSession(payload: SessionPayload): Promise<string> {
  return encode({ token: payload, secret: env().NEXTAUTH_SECRET, maxAge: secondsLeft(payload) });
}

/** What a cookie's value says, or null when it is forged, damaged or over. The account is not looked at. */
export async function readSession(value: string | undefined): Promise<SessionPayload | null> {
  if (!value) return null;
  const payload = await decode({ token: value, secret: env().NEXTAUTH_SECRET }).catch(() => null);
  if (!payload || !isSession(payload) || secondsLeft(payload) <= 0) return null;
  return payload;
}

function isSession(payload: Record<string, unknown>): payload is SessionPayload {
  const { sub, tv, sid, debut, role } = payload;
  const id = Number(sub);
  return (
    Number.isSafeInteger(id) &&
    id > 0 &&
    Number.isSafeInteger(tv) &&
    Number.isSafeInteger(debut) &&
    typeof sid === "string" &&
    typeof role === "string"
  );
}

/**
 * The account of a session cookie's value, or null: wrong, over, closed, disabled, or ended since. As the database has
 * it now: unlike the API's tokens a browser goes from process to process and must find its own last change everywhere.
 */
export async function accountOfSession(value: string | undefined): Promise<Account | null> {
  const payload = await readSession(value);
  if (!payload) return null;
  const [ended, account] = await Promise.all([
    sessionEnded(database(), payload.sid),
    accountById(database(), Number(payload.sub)),
  ]);
  if (ended || account?.versionJeton !== payload.tv) return null;
  await touchSession(database(), payload.sid);
  const authentifieLe = new Date((payload.auth ?? payload.debut) * 1000);
  return { ...account, session: { sid: payload.sid, authentifieLe } };
}
