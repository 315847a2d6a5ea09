"use server";

import { revalidatePath } from "next/cache";
import { getLocale, getTranslations } from "next-intl/server";
import type { FormState } from "@/components/ui/form-state";
import { callFromForm } from "@/lib/delivery/action";
import { acceptDevis } from "@/lib/factures/accept-devis";
import { refuseDevis } from "@/lib/factures/refuse-devis";
import { sendDevis } from "@/lib/factures/send-devis";

export async function acceptQuote(_state: FormState, form: FormData): Promise<FormState> {
  const t = await getTranslations("factures.quote");
  return callFromForm(acceptDevis, form, { message: () => t("accepted"), done: refresh });
}

export async function declineQuote(_state: FormState, form: FormData): Promise<FormState> {
  const t = await getTranslations("factures.quote");
  return callFromForm(refuseDevis, form, { message: () => t("declined"), done: refresh });
}

/** Numbers and sends a quote: the client is told. */
export async function sendQuote(_state: FormState, form: FormData): Promise<FormState> {
  const t = await getTranslations("factures.quote");
  return callFromForm(sendDevis, form, {
    message: ({ numero }) => t("sent", { number: numero ?? "" }),
    done: refresh,
  });
}

async function refresh(): Promise<void> {
  revalidatePath(`/${await getLocale()}/gestion`, "layout");
}
