"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import type { QuoteAnswer, QuoteLine } from "@/components/factures/quote-lines";
import type { FormState } from "@/components/ui/form-state";
import { browserContext, callFromForm } from "@/lib/delivery/action";
import { nestedFieldsOf } from "@/lib/delivery/nested-fields";
import { sentences, toRefused } from "@/lib/delivery/problem";
import { acceptDevis } from "@/lib/factures/accept-devis";
import { createDevis } from "@/lib/factures/create-devis";
import { deleteDevis } from "@/lib/factures/delete-devis";
import { previewDevis } from "@/lib/factures/preview-devis";
import { refuseDevis } from "@/lib/factures/refuse-devis";
import { sendDevis } from "@/lib/factures/send-devis";

/** What lines would come to, for the form that is being filled in; a refusal comes back as its sentence. */
export async function estimateQuote(
  clientId: number,
  lignes: readonly Pick<QuoteLine, "type" | "duree" | "fois" | "frequence">[],
): Promise<QuoteAnswer> {
  const ctx = await browserContext();
  try {
    return { ok: true, preview: await previewDevis(ctx, { client_id: clientId, lignes }) };
  } catch (error) {
    return { ok: false, message: sentences(toRefused(error, ctx.requestId), ctx.locale).detail };
  }
}

/** Keeps a quote as a draft and opens it, to be read once more before it is sent. */
export async function createQuote(_state: FormState, form: FormData): Promise<FormState> {
  const locale = await getLocale();
  return callFromForm(createDevis, form, {
    read: nestedFieldsOf,
    done: async ({ id }) => {
      await refresh();
      redirect(`/${locale}/gestion/devis/${id}`);
    },
  });
}

export async function deleteQuote(_state: FormState, form: FormData): Promise<FormState> {
  const locale = await getLocale();
  return callFromForm(deleteDevis, form, {
    done: async () => {
      await refresh();
      redirect(`/${locale}/gestion/devis?fait=supprime`);
    },
  });
}

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
