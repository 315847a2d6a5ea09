"use client";

import { useSearchParams } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { Suspense } from "react";
import { direction, htmlLang, localeName, locales } from "@/lib/i18n/locales";
import { usePathname } from "@/lib/i18n/navigation";

/**
 * Links to this same page, query included, in each language. Plain links: they work without JavaScript,
 * are not prefetched (a prefetch would set the language cookie) and reload the document in its new direction.
 */
export function LanguageSwitch({ className }: { className?: string }) {
  const t = useTranslations("shell");
  return (
    <nav aria-label={t("language", { name: localeName(useLocale()) })} className={className}>
      <Suspense fallback={<LanguageLinks query="" />}>
        <LanguageLinksHere />
      </Suspense>
    </nav>
  );
}

function LanguageLinksHere() {
  const query = useSearchParams().toString();
  return <LanguageLinks query={query} />;
}

function LanguageLinks({ query }: { query: string }) {
  const current = useLocale();
  const pathname = usePathname();
  const rest = `${pathname === "/" ? "" : pathname}${query ? `?${query}` : ""}`;
  return (
    <ul className="flex flex-wrap gap-1">
      {locales.map((locale) => (
        <li key={locale}>
          <a
            href={`/${locale}${rest}`}
            lang={htmlLang(locale)}
            hrefLang={htmlLang(locale)}
            dir={direction(locale)}
            aria-current={locale === current ? "true" : undefined}
            className="inline-flex min-h-11 items-center rounded-md px-3 text-ink-muted hover:bg-sunken hover:text-ink aria-[current=true]:font-semibold aria-[current=true]:text-accent-text"
          >
            {localeName(locale)}
          </a>
        </li>
      ))}
    </ul>
  );
}
