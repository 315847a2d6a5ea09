"use server";

import { revalidatePath } from "next/cache";
import { getLocale, getTranslations } from "next-intl/server";
import type { FormState } from "@/components/ui/form-state";
import { callFromForm } from "@/lib/delivery/action";
import { createFiltre } from "@/lib/oversight/create-filtre";
import { deleteFiltre } from "@/lib/oversight/delete-filtre";
import { updateFiltre } from "@/lib/oversight/update-filtre";

/** Keeps the filter that the explorer shows. */
export async function saveFilter(_state: FormState, form: FormData): Promise<FormState> {
  const [t, done] = await both();
  return callFromForm(createFiltre, form, {
    read: (sent) => ({ nom: sent.get("nom"), filtre: read(sent.get("filtre")) }),
    message: () => t("saved"),
    done,
  });
}

export async function renameFilter(_state: FormState, form: FormData): Promise<FormState> {
  const [t, done] = await both();
  return callFromForm(updateFiltre, form, { message: () => t("renamed"), done });
}

export async function removeFilter(_state: FormState, form: FormData): Promise<FormState> {
  const [t, done] = await both();
  return callFromForm(deleteFiltre, form, { message: () => t("deleted"), done });
}

async function both() {
  const [t, locale] = await Promise.all([getTranslations("audit.filtres"), getLocale()]);
  return [t, () => revalidatePath(`/${locale}/audit`, "layout")] as const;
}

/** What the form carries along; anything else is refused by the operation. */
function read(text: FormDataEntryValue | null): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return null;
  }
}
