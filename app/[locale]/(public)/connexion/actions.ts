"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import type { FormState } from "@/components/ui/form-state";
import { callFromForm } from "@/lib/delivery/action";
import { currentChallenge, forgetChallenge, keepChallenge } from "@/lib/delivery/challenge-cookie";
import { homes } from "@/lib/delivery/page";
import { safeReturn } from "@/lib/delivery/safe-return";
import { openSessionCookie } from "@/lib/delivery/session-cookie";
import type { Locale, Role } from "@/lib/foundation/context";
import { openSession } from "@/lib/organisation/open-session";
import { verifyCode } from "@/lib/organisation/second-facteur/verify-code";

type Opened = { id: number; versionJeton: number; role: Role };

/** Signs in, then goes back to the page that asked for it, or to the home of the role; or on to the code. */
export async function signIn(_state: FormState, form: FormData): Promise<FormState> {
  const state = await callFromForm(openSession, form, { done: (account) => enter(account, form) });
  if (state?.ok || state?.code !== "secondFactorRequired") return state;
  await keepChallenge(String(state.extra?.defi));
  const asked = askedFor(form);
  const query = asked ? `?${new URLSearchParams({ retour: asked })}` : "";
  redirect(`/${await getLocale()}/connexion/code${query}`);
}

/** The second step of sign-in. What the first one knew is gone after five minutes: it begins anew. */
export async function giveCode(_state: FormState, form: FormData): Promise<FormState> {
  const defi = (await currentChallenge()) ?? "";
  const state = await callFromForm(verifyCode, form, {
    read: () => ({ defi, code: form.get("code") }),
    done: async (account) => {
      await forgetChallenge();
      await enter(account, form);
    },
  });
  if (defi && (state?.ok || state?.code !== "tokenExpired")) return state;
  await forgetChallenge();
  redirect(`/${await getLocale()}/connexion?error=tokenExpired`);
}

async function enter(account: Opened, form: FormData): Promise<never> {
  await openSessionCookie(account);
  const locale = (await getLocale()) as Locale;
  redirect(safeReturn(askedFor(form), locale, homes[account.role]));
}

function askedFor(form: FormData): string | undefined {
  const asked = form.get("retour");
  return typeof asked === "string" && asked !== "" ? asked : undefined;
}
