"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import type { FormState } from "@/components/ui/form-state";
import { callFromForm } from "@/lib/delivery/action";
import { confirmAccount } from "@/lib/organisation/confirm-account";

export async function confirm(_state: FormState, form: FormData): Promise<FormState> {
  const locale = await getLocale();
  return callFromForm(confirmAccount, form, { done: () => redirect(`/${locale}/connexion?info=confirme`) });
}
