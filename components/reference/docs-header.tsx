import { useTranslations } from "next-intl";
import { htmlLang, type Locale, localeName, locales } from "@/lib/i18n/locales";
import { Logo } from "../shell/logo";

/** The way back to the site, and the same page in another language. */
export function DocsHeader({ locale }: { locale: Locale }) {
  const [t, shell] = [useTranslations("reference"), useTranslations("shell")];
  return (
    <header className="border-b border-line bg-surface">
      <div className="mx-auto flex min-h-16 max-w-7xl flex-wrap items-center justify-between gap-x-6 px-4 sm:px-6">
        <a
          href={`/${locale}`}
          aria-label={`${shell("appName")}, ${t("site")}`}
          className="inline-flex min-h-11 items-center rounded-control"
        >
          <Logo name={shell("appName")} />
        </a>
        <nav aria-label={t("languages")}>
          <ul className="flex flex-wrap gap-x-1">
            {locales.map((one) => (
              <li key={one}>
                <a
                  href={`?lang=${one}`}
                  hrefLang={htmlLang(one)}
                  lang={htmlLang(one)}
                  aria-current={one === locale ? "true" : undefined}
                  className="tap inline-flex items-center justify-center rounded-control px-2 text-ink-muted hover:text-ink aria-[current=true]:font-semibold aria-[current=true]:text-accent-text"
                >
                  {localeName(one)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  );
}
