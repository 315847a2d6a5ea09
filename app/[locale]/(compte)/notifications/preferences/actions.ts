"use server";

import { revalidatePath } from "next/cache";
import { getLocale, getTranslations } from "next-intl/server";
import type { FormState } from "@/components/ui/form-state";
import { callFromForm } from "@/lib/delivery/action";
import { updatePreferences } from "@/lib/notifications/update-preferences";
import { readForm } from "./read-form";

/** Saves what the person wants to be told, by which way and when. */
export async function savePreferences(_state: FormState, form: FormData): Promise<FormState> {
  const t = await getTranslations("notifications.preferences");
  return callFromForm(updatePreferences, form, {
    read: readForm,
    message: () => t("saved"),
    done: async () => revalidatePath(`/${await getLocale()}/notifications/preferences`),
  });
}
