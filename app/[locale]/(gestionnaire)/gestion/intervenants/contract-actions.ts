"use server";

import { revalidatePath } from "next/cache";
import { getLocale, getTranslations } from "next-intl/server";
import type { FormState } from "@/components/ui/form-state";
import { callFromForm, fieldsOf } from "@/lib/delivery/action";
import { amendContrat } from "@/lib/intervenants/contrats/amend-contrat";
import { createContrat } from "@/lib/intervenants/contrats/create-contrat";
import { endContrat } from "@/lib/intervenants/contrats/end-contrat";

const words = () => getTranslations("travail.contrat");

/** Fields left empty are not sent: no end, no hours of a year. */
const filled = (form: FormData) =>
  Object.fromEntries(Object.entries(fieldsOf(form)).filter(([, value]) => value !== ""));

export async function addContrat(_state: FormState, form: FormData): Promise<FormState> {
  const t = await words();
  return callFromForm(createContrat, form, { read: filled, message: () => t("saved"), done: refresh });
}

export async function addAvenant(_state: FormState, form: FormData): Promise<FormState> {
  const t = await words();
  return callFromForm(amendContrat, form, { read: filled, message: () => t("saved"), done: refresh });
}

export async function closeContrat(_state: FormState, form: FormData): Promise<FormState> {
  const t = await words();
  return callFromForm(endContrat, form, { read: filled, message: () => t("saved"), done: refresh });
}

async function refresh(): Promise<void> {
  revalidatePath(`/${await getLocale()}/gestion`, "layout");
}
