"use server";

import { redirect } from "next/navigation";
import { browserContext } from "@/lib/delivery/action";
import { currentSession, forgetSessionCookie } from "@/lib/delivery/session-cookie";
import { closeSession } from "@/lib/organisation/close-session";

/** Closes the session on the server, then takes its cookie away. `<form action={signOut}>`. */
export async function signOut(): Promise<void> {
  const [ctx, session] = await Promise.all([browserContext(), currentSession()]);
  if (ctx.actor.id !== null && session) await closeSession(ctx, { sid: session.sid });
  await forgetSessionCookie();
  redirect(`/${ctx.locale}/connexion?info=deconnecte`);
}
