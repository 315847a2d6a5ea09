"use server";

import { getLocale, getTranslations } from "next-intl/server";
import { objectLabel } from "@/components/oversight/action-label";
import type { FormState } from "@/components/ui/form-state";
import { callFromForm } from "@/lib/delivery/action";
import { formatList, formatNumber } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import type { HistoryVerification } from "@/lib/oversight/schemas-history";
import { verifyHistory } from "@/lib/oversight/verify-history";

/** Faults told in one sentence; the whole list is the log's own verification's. */
const MOST_TOLD = 5;

/** Recomputes the chains of one object and of what belongs to it; what was altered is told as a failure is. */
export async function verifyObject(_state: FormState, form: FormData): Promise<FormState> {
  const [t, audit, locale, state] = await Promise.all([
    getTranslations("historique"),
    getTranslations("audit"),
    getLocale(),
    callFromForm<typeof verifyHistory.input, HistoryVerification>(verifyHistory, form),
  ]);
  if (!state?.ok || !state.data) return state;
  const { intact, entrees, flux, scellees, alterees } = state.data;
  const language = { locale: locale as Locale };
  if (intact) {
    const [entries, streams, sealed] = [entrees, flux, scellees].map((n) => formatNumber(n, language));
    return {
      ok: true,
      message: t("verified", { entries, streams, sealed } as Record<
        "entries" | "streams" | "sealed",
        string
      >),
    };
  }
  const told = alterees.slice(0, MOST_TOLD).map((one) =>
    t("fault", {
      object: objectLabel(one.flux, audit),
      fault: audit(`verification.faults.${one.faute as "lien"}`),
    }),
  );
  const faults = formatList([...new Set(told)], language);
  return { ok: false, code: "altered", message: t("faults", { faults }), errors: [] };
}
