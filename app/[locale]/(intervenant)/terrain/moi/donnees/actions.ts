"use server";

import { revalidatePath } from "next/cache";
import { getLocale, getTranslations } from "next-intl/server";
import type { FormState } from "@/components/ui/form-state";
import { callFromForm } from "@/lib/delivery/action";
import { createDemande } from "@/lib/rgpd/create-demande";
import { readRightsForm } from "../../../../rights-form";

/** The intervenant uses one of their rights. */
export async function sendRequest(_state: FormState, form: FormData): Promise<FormState> {
  const [t, locale] = await Promise.all([getTranslations("rgpd.mine"), getLocale()]);
  return callFromForm(createDemande, form, {
    read: readRightsForm,
    message: () => t("sent"),
    done: () => revalidatePath(`/${locale}/terrain/moi`, "layout"),
  });
}
