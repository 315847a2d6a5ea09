"use server";

import { revalidatePath } from "next/cache";
import { getLocale, getTranslations } from "next-intl/server";
import type { FormState } from "@/components/ui/form-state";
import { callFromForm } from "@/lib/delivery/action";
import { startConservation } from "@/lib/rgpd/conservation/start-conservation";

/** Has every retention rule applied now. */
export async function applyRules(_state: FormState, form: FormData): Promise<FormState> {
  const [t, locale] = await Promise.all([getTranslations("conservation"), getLocale()]);
  return callFromForm(startConservation, form, {
    read: () => ({}),
    message: () => t("started"),
    done: () => revalidatePath(`/${locale}/admin/conservation`),
  });
}
