"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import type { FormState } from "@/components/ui/form-state";
import { callFromForm } from "@/lib/delivery/action";
import { createAbsence } from "@/lib/intervenants/create-absence";
import { replaceDisponibilites } from "@/lib/intervenants/replace-disponibilites";
import { fieldArea } from "../area";
import { readHours } from "./read-hours";

/** Replaces the person's weekly hours by those of the form. */
export async function saveHours(_state: FormState, form: FormData): Promise<FormState> {
  const [locale, t, { intervenantId }] = await Promise.all([
    getLocale(),
    getTranslations("terrain.hours"),
    fieldArea("/terrain/disponibilites"),
  ]);
  return callFromForm(replaceDisponibilites, form, {
    read: () => ({ intervenant_id: intervenantId, disponibilites: readHours(form) }),
    message: () => t("saved"),
    done: () => revalidatePath(`/${locale}/terrain/disponibilites`),
  });
}

/** Asks the agency for an absence, and shows it in the list. */
export async function askAbsence(_state: FormState, form: FormData): Promise<FormState> {
  const locale = await getLocale();
  return callFromForm(createAbsence, form, {
    done: () => {
      revalidatePath(`/${locale}/terrain`, "layout");
      redirect(`/${locale}/terrain/disponibilites?vue=absences&fait=absence`);
    },
  });
}
