"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import type { FormState } from "@/components/ui/form-state";
import { callFromForm } from "@/lib/delivery/action";
import { forgetSessionCookie } from "@/lib/delivery/session-cookie";
import { requestReset } from "@/lib/organisation/request-reset";
import { resetPassword } from "@/lib/organisation/reset-password";

export async function askReset(_state: FormState, form: FormData): Promise<FormState> {
  const locale = await getLocale();
  return callFromForm(requestReset, form, { done: () => redirect(`/${locale}/mot-de-passe?etape=envoye`) });
}

export async function saveNewPassword(_state: FormState, form: FormData): Promise<FormState> {
  const locale = await getLocale();
  return callFromForm(resetPassword, form, {
    done: async () => {
      await forgetSessionCookie();
      redirect(`/${locale}/connexion?info=mot_de_passe`);
    },
  });
}
