"use server";

import { revalidatePath } from "next/cache";
import { getLocale, getTranslations } from "next-intl/server";
import type { FormState } from "@/components/ui/form-state";
import { callFromForm, fieldsOf } from "@/lib/delivery/action";
import { notePrestation } from "@/lib/prestations/note-prestation";

/** Keeps what the person wrote about a visit; an emptied note is an empty note. */
export async function saveNote(_state: FormState, form: FormData): Promise<FormState> {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("terrain.note")]);
  return callFromForm(notePrestation, form, {
    read: () => ({ note_intervenant: "", ...fieldsOf(form) }),
    message: () => t("saved"),
    done: () => revalidatePath(`/${locale}/terrain`, "layout"),
  });
}
