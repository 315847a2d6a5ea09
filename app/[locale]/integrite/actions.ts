"use server";

import { getLocale, getTranslations } from "next-intl/server";
import type { FormState } from "@/components/ui/form-state";
import { callFromForm } from "@/lib/delivery/action";
import { formatDate, formatList } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import type { Verification } from "@/lib/integrite/schemas";
import { verifyFacture } from "@/lib/integrite/verify-facture";
import { verifyPrestation } from "@/lib/integrite/verify-prestation";

/** Checks one visit or invoice now; what was altered is told as a failure is. */
export async function verifyOne(_state: FormState, form: FormData): Promise<FormState> {
  const operation = form.get("type") === "facture" ? verifyFacture : verifyPrestation;
  const [t, locale, state] = await Promise.all([
    getTranslations("integrite"),
    getLocale(),
    callFromForm<typeof operation.input, Verification>(operation, form, {
      read: (sent) => ({ id: sent.get("id") }),
    }),
  ]);
  if (!state?.ok || !state.data) return state;
  const { intact, contenu_detruit_le: destroyed } = state.data;
  const day = destroyed && formatDate(destroyed.slice(0, 10), { locale: locale as Locale, style: "long" });
  if (intact) return { ok: true, message: day ? t("oneExpired", { day }) : t("oneIntact") };
  const faults = state.data.fautes.map((one) => t(`fautes.${one}`));
  return {
    ok: false,
    code: "altered",
    message: t("oneAltered", { faults: formatList(faults, { locale: locale as Locale }) }),
    errors: [],
  };
}
