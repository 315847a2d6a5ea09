import { defineRouting } from "next-intl/routing";
import { defaultLocale, localeCookieName, locales } from "./locales";

export const routing = defineRouting({
  locales,
  defaultLocale,
  localePrefix: "always",
  localeCookie: { name: localeCookieName, maxAge: 365 * 24 * 3600, sameSite: "lax" },
  // Pages declare their alternates themselves, with the tag of the text (`kab`, not `tzm`).
  alternateLinks: false,
});
