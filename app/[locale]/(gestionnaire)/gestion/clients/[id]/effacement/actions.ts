"use server";

import { revalidatePath } from "next/cache";
import { getLocale, getTranslations } from "next-intl/server";
import type { FormState } from "@/components/ui/form-state";
import { callFromForm } from "@/lib/delivery/action";
import { eraseClient } from "@/lib/rgpd/erase-client";

/** Erases the client for good, once what was typed names them. */
export async function erase(_state: FormState, form: FormData): Promise<FormState> {
  const [t, locale] = await Promise.all([getTranslations("rgpd.erasure"), getLocale()]);
  return callFromForm(eraseClient, form, {
    message: () => t("done"),
    done: () => revalidatePath(`/${locale}/gestion`, "layout"),
  });
}
