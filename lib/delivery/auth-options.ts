import { randomUUID } from "node:crypto";
import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { database } from "@/db/client";
import { accountOf } from "@/lib/foundation/actor";
import { type Context, guest, type Role } from "@/lib/foundation/context";
import { env } from "@/lib/foundation/env";
import { Refused } from "@/lib/foundation/errors";
import { sessionSeconds } from "@/lib/foundation/session-life";
import { negotiateLocale } from "@/lib/i18n/locales";
import { addressOf } from "./client-address";
import {
  accountOfSession,
  beginSession,
  readSession,
  type SessionPayload,
  sealSession,
  sessionCookieName,
  sessionCookieOptions,
} from "./session";

type Opened = { id: number; role: Role; versionJeton: number; nom: string };
/** With the headers of the request that opened it: the cookie is written further on. */
type Entered = Opened & { from: Headers };
/** The operations of sign-in and sign-out, given by the route since delivery knows no slice. */
export type SessionOperations = {
  open(ctx: Context, input: Record<string, unknown>): Promise<Opened>;
  close(ctx: Context, input: Record<string, unknown>): Promise<unknown>;
};

/** The one place that speaks next-auth: credentials, sealed cookies checked against the database, our own pages. */
export function authOptions(operations: SessionOperations): NextAuthOptions {
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: "jwt", maxAge: sessionSeconds("client") },
    pages: { signIn: "/connexion", error: "/connexion" },
    cookies: { sessionToken: { name: sessionCookieName(), options: sessionCookieOptions() } },
    jwt: {
      encode: ({ token }) => sealSession(token as SessionPayload),
      decode: async ({ token }) => ((await accountOfSession(token)) ? readSession(token) : null),
    },
    providers: [credentials(operations)],
    callbacks: {
      jwt: ({ token, user }) => (user ? entered(user as unknown as Entered) : token),
      session: async ({ token }) => shown(token as SessionPayload),
    },
    events: { signOut: ({ token }) => closed(operations, token as SessionPayload) },
    logger: { error: () => {}, warn: () => {}, debug: () => {} },
  };
}

const entered = ({ from, ...account }: Entered) => beginSession(account, from);

function credentials({ open }: SessionOperations) {
  return CredentialsProvider({
    credentials: { email: { type: "email" }, password: { type: "password" }, code: { type: "text" } },
    async authorize(given, request) {
      const headers = new Headers(request.headers as Record<string, string>);
      const locale = negotiateLocale(headers.get("accept-language"));
      const ctx = { ...base(), actor: guest, locale, ip: addressOf(headers) };
      try {
        const { email, password: mot_de_passe, code } = given ?? {};
        const account = await open(ctx, { email, mot_de_passe, code });
        return { ...account, from: headers } as never;
      } catch (error) {
        // next-auth puts the message in the address of our sign-in page, which knows these codes.
        throw new Error(error instanceof Refused ? error.code : "internal");
      }
    },
  });
}

const base = () => ({ db: database(), requestId: randomUUID(), now: new Date() });

/** What a page's script may know of the session: who, and until when. */
async function shown({ sub, tv, debut, role }: SessionPayload) {
  const account = await accountOf(database(), Number(sub), tv);
  const expires = new Date((debut + sessionSeconds(role)) * 1000).toISOString();
  return { user: { name: account?.nom, role: account?.actor.role }, expires } as never;
}

async function closed({ close }: SessionOperations, payload: SessionPayload | undefined): Promise<void> {
  const account = payload && (await accountOf(database(), Number(payload.sub), payload.tv));
  if (account) await close({ ...base(), actor: account.actor, locale: account.langue }, { sid: payload.sid });
}
