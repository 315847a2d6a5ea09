import { database } from "@/db/client";
import { type Account, accountOf } from "@/lib/foundation/actor";
import { accountOfKey, KEY_PREFIX } from "@/lib/foundation/api-key";
import { type Context, guest, type Locale } from "@/lib/foundation/context";
import { tokenSessionEnded } from "@/lib/foundation/ended-sessions";
import { Refused } from "@/lib/foundation/errors";
import { touchSession } from "@/lib/foundation/open-sessions";
import { verifyAccessToken } from "@/lib/foundation/tokens";
import { negotiateLocale } from "@/lib/i18n/locales";
import { addressOf } from "./client-address";
import { countActor, countGuest } from "./rate-limits";
import { requestIdIn } from "./request-id";
import { accountOfSession, sessionCookieName } from "./session";

export const requestIdOf = (request: Request): string => requestIdIn(request.headers);

/** Language of an API answer: what the caller accepts; French otherwise. */
export const localeOf = (request: Request): Locale => negotiateLocale(request.headers.get("accept-language"));

/**
 * The Context of an API request. A bearer token decides alone; a browser's cookie authorises reads only, never an
 * unsafe method (no CSRF by construction). A token that is wrong, expired or ended is refused, not ignored; so is whoever sends more
 * than the limits allow (`rateLimited`).
 */
export async function contextOf(request: Request, requestId: string): Promise<Context> {
  const db = database();
  const locale = localeOf(request);
  const agent = request.headers.get("user-agent") ?? undefined;
  const base = { db, requestId, locale, now: new Date(), ip: addressOf(request.headers), agent };
  const authorization = request.headers.get("authorization");
  const { actor, session } =
    authorization === null ? await browser(request) : await bearer(request, authorization, base.now);
  countActor(request, actor);
  return { ...base, actor, session };
}

type Caller = Pick<Account, "actor" | "session">;
const stranger: Caller = { actor: guest };

async function browser(request: Request): Promise<Caller> {
  if (request.method !== "GET" && request.method !== "HEAD") return stranger;
  const account = await accountOfSession(cookie(request, sessionCookieName()));
  return account ?? stranger;
}

async function bearer(request: Request, authorization: string, now: Date): Promise<Caller> {
  const token = /^Bearer ([A-Za-z0-9._~+/=-]+)$/i.exec(authorization)?.[1] ?? "";
  const account = await (token.startsWith(KEY_PREFIX)
    ? accountOfKey(database(), token, now)
    : accountOfToken(token));
  if (account) return account;
  countGuest(request);
  throw new Refused("tokenExpired", { headers: { "WWW-Authenticate": 'Bearer error="invalid_token"' } });
}

async function accountOfToken(token: string): Promise<Account | null> {
  const claims = token === "" ? null : await verifyAccessToken(token);
  if (!claims) return null;
  const { utilisateurId, versionJeton, session } = claims;
  const [account, ended] = await Promise.all([
    accountOf(database(), utilisateurId, versionJeton),
    session.sid ? tokenSessionEnded(database(), session.sid) : false,
  ]);
  if (!account || ended) return null;
  if (session.sid) await touchSession(database(), session.sid);
  return { ...account, session };
}

function cookie(request: Request, name: string): string | undefined {
  for (const part of (request.headers.get("cookie") ?? "").split(";")) {
    const at = part.indexOf("=");
    // A session cookie is a compact JWE: nothing in it is ever percent-encoded.
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return undefined;
}
