export const locales = ["fr", "en", "ar", "tzm"] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = "fr";

/** The cookie that remembers the language chosen in the browser. */
export const localeCookieName = "dihya_langue";

const endonyms: Record<Locale, string> = {
  fr: "Français",
  en: "English",
  ar: "العربية",
  tzm: "Tamaziɣt",
};

// What browsers call the languages we write: our Tamazight is Kabyle in Latin letters.
const languageOfTag: Record<string, Locale> = {
  fr: "fr",
  en: "en",
  ar: "ar",
  tzm: "tzm",
  kab: "tzm",
  ber: "tzm",
  zgh: "tzm",
  shi: "tzm",
  rif: "tzm",
};

export function isLocale(value: unknown): value is Locale {
  return typeof value === "string" && (locales as readonly string[]).includes(value);
}

/** BCP 47 tag for `<html lang>`: the Tamazight text is Kabyle, so screen readers are told `kab`. */
export function htmlLang(locale: Locale): string {
  return locale === "tzm" ? "kab" : locale;
}

export function direction(locale: Locale): "ltr" | "rtl" {
  return locale === "ar" ? "rtl" : "ltr";
}

/** The language's name in that language. */
export function localeName(locale: Locale): string {
  return endonyms[locale];
}

/**
 * The best of our languages for an `Accept-Language` header (RFC 9110 §12.5.4: q-values, then order).
 * Falls back to French when nothing fits.
 */
export function negotiateLocale(acceptLanguage: string | null | undefined): Locale {
  let best: Locale | undefined;
  let bestQuality = 0;
  for (const { tag, quality } of parseAcceptLanguage(acceptLanguage ?? "")) {
    const locale = tag === "*" ? defaultLocale : languageOfTag[tag.split("-")[0] ?? ""];
    if (locale && quality > bestQuality) {
      best = locale;
      bestQuality = quality;
    }
  }
  return best ?? defaultLocale;
}

function parseAcceptLanguage(header: string): { tag: string; quality: number }[] {
  return header
    .slice(0, 1000)
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.split(";").map((piece) => piece.trim().toLowerCase());
      const q = parameters.find((parameter) => parameter.startsWith("q="));
      const quality = q === undefined ? 1 : Number(q.slice(2));
      return { tag, quality: quality >= 0 && quality <= 1 ? quality : 0 };
    });
}
