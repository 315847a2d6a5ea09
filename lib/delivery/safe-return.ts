import { isLocale, type Locale } from "@/lib/i18n/locales";

/**
 * Where to go after sign-in: the page that `asked` names on this site, in the reader's language, else `fallback`.
 * Anything that a browser could take for another site is thrown away (CWE-601).
 */
export function safeReturn(asked: string | undefined, locale: Locale, fallback: string): string {
  const path = localPath(asked) ?? fallback;
  const [, first, ...rest] = path.split("/");
  const bare = isLocale(first) ? `/${rest.join("/")}` : path;
  return `/${locale}${bare === "/" ? "" : bare}`;
}

const BASE = "http://dihya.invalid";
const unsafe = /[\\\p{Cc}\s]/u;

function localPath(asked: string | undefined): string | null {
  if (!asked?.startsWith("/") || asked.length > 500 || unsafe.test(asked) || unsafe.test(decoded(asked)))
    return null;
  try {
    const url = new URL(asked, BASE);
    const path = `${url.pathname}${url.search}`;
    return url.origin === BASE && !url.pathname.includes("//") && !isDoor(url.pathname) ? path : null;
  } catch {
    return null;
  }
}

/** Pages of sign-in itself, and the API, are no places to come back to. */
const isDoor = (pathname: string) =>
  /^(\/[a-z]{2,3})?\/(connexion|inscription|mot-de-passe|confirmation|premier-admin)(\/|$)|^\/api(\/|$)/.test(
    pathname,
  );

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "\\";
  }
}
