"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { browserContext } from "@/lib/delivery/action";
import { currentSession, forgetSessionCookie } from "@/lib/delivery/session-cookie";
import { closeSession } from "@/lib/organisation/close-session";

/** Ends this browser's session, in the database and here, and goes home. */
export async function signOut(): Promise<void> {
  const [ctx, session, locale] = await Promise.all([browserContext(), currentSession(), getLocale()]);
  if (ctx.actor.role !== "guest") await closeSession(ctx, { sid: session?.sid });
  await forgetSessionCookie();
  redirect(`/${locale}`);
}
