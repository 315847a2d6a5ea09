"use server";

import { revalidatePath } from "next/cache";
import { getLocale, getTranslations } from "next-intl/server";
import type { FormState } from "@/components/ui/form-state";
import { callFromForm } from "@/lib/delivery/action";
import { startIntegrite } from "@/lib/integrite/start-integrite";

/** Has everything checked. */
export async function startCheck(_state: FormState, form: FormData): Promise<FormState> {
  const [t, locale] = await Promise.all([getTranslations("integrite"), getLocale()]);
  return callFromForm(startIntegrite, form, {
    read: () => ({}),
    message: () => t("started"),
    done: () => revalidatePath(`/${locale}/audit/integrite`),
  });
}
