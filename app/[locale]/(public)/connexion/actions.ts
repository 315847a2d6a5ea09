"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import type { FormState } from "@/components/ui/form-state";
import { callFromForm } from "@/lib/delivery/action";
import { homes } from "@/lib/delivery/page";
import { safeReturn } from "@/lib/delivery/safe-return";
import { openSessionCookie } from "@/lib/delivery/session-cookie";
import type { Locale } from "@/lib/foundation/context";
import { openSession } from "@/lib/organisation/open-session";

/** Signs in, then goes back to the page that asked for it, or to the home of the role. */
export async function signIn(_state: FormState, form: FormData): Promise<FormState> {
  return callFromForm(openSession, form, {
    done: async (account) => {
      await openSessionCookie(account);
      const asked = form.get("retour");
      const locale = (await getLocale()) as Locale;
      redirect(safeReturn(typeof asked === "string" ? asked : undefined, locale, homes[account.role]));
    },
  });
}
