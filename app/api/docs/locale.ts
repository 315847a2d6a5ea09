import { headers } from "next/headers";
import { setRequestLocale } from "next-intl/server";
import { defaultLocale, isLocale, type Locale } from "@/lib/i18n/locales";
import { pageLanguageHeader } from "@/lib/i18n/page-address";

/** The language that the proxy chose for this page; the words that follow are in it. */
export async function docsLocale(): Promise<Locale> {
  const asked = (await headers()).get(pageLanguageHeader);
  const locale = isLocale(asked) ? asked : defaultLocale;
  setRequestLocale(locale);
  return locale;
}
