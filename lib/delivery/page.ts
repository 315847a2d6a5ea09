import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import type { z } from "zod";
import type { Account } from "@/lib/foundation/actor";
import type { Context, Role } from "@/lib/foundation/context";
import { Refused } from "@/lib/foundation/errors";
import type { Operation } from "@/lib/foundation/operation";
import { pageAddressHeader } from "@/lib/i18n/page-address";
import { browserContext } from "./action";
import { browserAccount } from "./session-cookie";

/** The page's Context, made once per request. */
export const pageContext = cache(browserContext);

/** The signed-in account, or null; once per request. */
export const pageAccount = browserAccount;

/** The home of each role. */
export const homes: Record<Role, string> = {
  client: "/espace",
  intervenant: "/terrain",
  gestionnaire: "/gestion",
  auditeur: "/audit",
  admin: "/admin",
};

/**
 * The account of a page that only `roles` may see. A guest is sent to sign in and back to the address asked for (`path`
 * when it is unknown), another role to its own home. The operations behind the page decide again.
 */
export async function requireRole(roles: readonly Role[], path: string): Promise<Account> {
  const account = await pageAccount();
  if (!account) return toSignIn(path);
  if (account.actor.enrolement) return toEnrolment(path);
  const role = account.actor.role as Role;
  if (!roles.includes(role)) redirect(`/${await getLocale()}${homes[role]}`);
  return account;
}

async function toSignIn(path: string): Promise<never> {
  const [locale, sent] = await Promise.all([getLocale(), headers()]);
  const back = sent.get(pageAddressHeader) ?? path;
  redirect(`/${locale}/connexion?retour=${encodeURIComponent(back)}`);
}

/** Someone who must enrol a second factor first does, and comes back to what they asked for. */
async function toEnrolment(path: string): Promise<never> {
  const [locale, sent] = await Promise.all([getLocale(), headers()]);
  const back = sent.get(pageAddressHeader) ?? path;
  redirect(`/${locale}/connexion/protection?retour=${encodeURIComponent(back)}`);
}

/**
 * Calls an operation for a page: what is absent or out of reach becomes the not-found page, what needs an account leads
 * to sign in, what needs a second factor to its enrolment, and what the role may not see to its home.
 */
export async function load<S extends z.ZodType, R>(
  operation: Operation<S, R>,
  input: Record<string, unknown> = {},
): Promise<R> {
  const ctx: Context = await pageContext();
  try {
    return await operation(ctx, input);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (error.code === "notFound" || error.code === "validation") notFound();
    if (error.code === "unauthenticated") return toSignIn("/");
    if (error.code === "enrolmentRequired") return toEnrolment("/");
    if (error.code === "forbidden") await toOwnHome(ctx);
    throw error;
  }
}

/** The same for what may rightly not be there: null when it is absent, out of reach, or asked for in a way that names nothing. */
export async function find<S extends z.ZodType, R>(
  operation: Operation<S, R>,
  input: Record<string, unknown>,
): Promise<R | null> {
  const ctx: Context = await pageContext();
  try {
    return await operation(ctx, input);
  } catch (error) {
    if (error instanceof Refused && (error.code === "notFound" || error.code === "validation")) return null;
    throw error;
  }
}

/** Returns where it would lead to the page that asked. */
async function toOwnHome(ctx: Context): Promise<void> {
  const home = homes[ctx.actor.role as Role];
  const asked = (await headers()).get(pageAddressHeader)?.split("?")[0];
  if (home && asked !== home) redirect(`/${ctx.locale}${home}`);
}

/** Search parameters of a page as an operation's input: first value of each, empty ones left out. */
export function searchInput(params: Record<string, string | string[] | undefined>): Record<string, string> {
  const input: Record<string, string> = {};
  for (const [name, value] of Object.entries(params)) {
    const first = Array.isArray(value) ? value[0] : value;
    if (first) input[name] = first;
  }
  return input;
}
