import { getRequestConfig } from "next-intl/server";
import { defaultLocale, isLocale } from "./locales";
import { loadMessages } from "./messages";

/** The zone of pages that show no agency's time; an agency's own zone is always passed explicitly. */
export const defaultTimeZone = "Europe/Paris";

export default getRequestConfig(async ({ locale: asked, requestLocale }) => {
  const wanted = asked ?? (await requestLocale);
  const locale = isLocale(wanted) ? wanted : defaultLocale;
  return { locale, messages: loadMessages(locale), timeZone: defaultTimeZone };
});
