"use client";

import type { ReactNode } from "react";
import { I18nProvider } from "react-aria-components/I18nProvider";
import type { Locale } from "@/lib/i18n/locales";
import { ToastHost } from "../ui/toast-host";

// Day-first dates, 24 hours and Western digits everywhere; no browser knows Tamazight, so its pickers speak French.
const pickerLocale: Record<Locale, string> = {
  fr: "fr-FR",
  en: "en-GB",
  ar: "ar-MA-u-nu-latn",
  tzm: "fr-FR",
};

/** Client context of every page: language of the fields, and the place where toasts appear. */
export function Providers({ locale, children }: { locale: Locale; children: ReactNode }) {
  return (
    <I18nProvider locale={pickerLocale[locale]}>
      {children}
      <ToastHost />
    </I18nProvider>
  );
}
