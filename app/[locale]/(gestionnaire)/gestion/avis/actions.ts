"use server";

import { revalidatePath } from "next/cache";
import { getLocale, getTranslations } from "next-intl/server";
import type { FormState } from "@/components/ui/form-state";
import { answerAvis } from "@/lib/avis/answer-avis";
import { moderateAvis } from "@/lib/avis/moderate-avis";
import { callFromForm } from "@/lib/delivery/action";

export async function moderateReview(_state: FormState, form: FormData): Promise<FormState> {
  const t = await getTranslations("avis.queue");
  return callFromForm(moderateAvis, form, {
    message: ({ statut }) => t(statut === "publie" ? "published" : "refused"),
    done: refresh,
  });
}

export async function answerReview(_state: FormState, form: FormData): Promise<FormState> {
  const t = await getTranslations("avis.queue");
  return callFromForm(answerAvis, form, { message: () => t("answered"), done: refresh });
}

async function refresh(): Promise<void> {
  revalidatePath(`/${await getLocale()}/gestion`, "layout");
}
