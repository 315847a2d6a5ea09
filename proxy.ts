import { type NextRequest, NextResponse } from "next/server";
import createMiddleware from "next-intl/middleware";
import { isLocale, type Locale, localeCookieName, negotiateLocale } from "@/lib/i18n/locales";
import { pageAddressHeader, pageLanguageHeader } from "@/lib/i18n/page-address";
import { routing } from "@/lib/i18n/routing";

const localise = createMiddleware(routing);

/**
 * Gives every page address its language: the one in the path, else the one remembered, else the browser's.
 * Only routing: who may see a page is decided where its data is read.
 */
export default function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  const [, first, ...rest] = pathname.split("/");
  if (isLocale(first)) {
    request.headers.set(pageAddressHeader, `/${rest.join("/")}${search}`);
    return localise(request);
  }

  const locale = languageOf(request);
  // The API's reference has one address for all languages, as the API has.
  if (first === "api") {
    request.headers.set(pageLanguageHeader, locale);
    const answer = NextResponse.next({ request: { headers: request.headers } });
    answer.headers.set("Vary", "Accept-Language, Cookie");
    return answer;
  }
  const target = request.nextUrl.clone();
  target.pathname = `/${locale}${target.pathname === "/" ? "" : target.pathname}`;
  const answer = NextResponse.redirect(target, 307);
  answer.headers.set("Vary", "Accept-Language, Cookie");
  return answer;
}

function languageOf(request: NextRequest): Locale {
  const asked = request.nextUrl.pathname.startsWith("/api/")
    ? request.nextUrl.searchParams.get("lang")
    : null;
  const remembered = request.cookies.get(localeCookieName)?.value;
  if (isLocale(asked)) return asked;
  // next-intl cannot match `kab` or `ber` to our Tamazight, hence our own negotiation.
  return isLocale(remembered) ? remembered : negotiateLocale(request.headers.get("accept-language"));
}

export const config = {
  // Not the API, Next's own files, well-known addresses, nor anything with a file extension.
  matcher: [
    "/((?!api(?:/|$)|\\.well-known/|_next(?:/|$)|_vercel|.*\\.[^/]+$).*)",
    "/api/docs",
    "/api/docs/:path*",
  ],
};
