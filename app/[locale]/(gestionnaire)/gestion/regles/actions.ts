"use server";

import { revalidatePath } from "next/cache";
import { getLocale, getTranslations } from "next-intl/server";
import type { FormState } from "@/components/ui/form-state";
import { callFromForm } from "@/lib/delivery/action";
import { chooseConvention } from "@/lib/organisation/conventions/choose-convention";
import { updateRegle } from "@/lib/organisation/conventions/update-regle";

export async function saveRegle(_state: FormState, form: FormData): Promise<FormState> {
  const t = await getTranslations("travail.screen");
  return callFromForm(updateRegle, form, { message: () => t("saved"), done: refresh });
}

export async function saveConvention(_state: FormState, form: FormData): Promise<FormState> {
  const t = await getTranslations("travail.screen");
  return callFromForm(chooseConvention, form, { message: () => t("chosen"), done: refresh });
}

async function refresh(): Promise<void> {
  revalidatePath(`/${await getLocale()}/gestion`, "layout");
}
