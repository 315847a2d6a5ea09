"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import type { FormState } from "@/components/ui/form-state";
import { callFromForm } from "@/lib/delivery/action";
import { createPublication } from "@/lib/plannings/publications/create-publication";

export async function publishWeek(_state: FormState, form: FormData): Promise<FormState> {
  const t = await getTranslations("publications");
  return callFromForm(createPublication, form, {
    message: ({ prevenus }) => t("done", { count: prevenus }),
    done: () => revalidatePath("/[locale]/gestion/planning", "page"),
  });
}
