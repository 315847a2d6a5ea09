import { Globe } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { LanguageSwitch } from "@/components/i18n/language-switch";
import { isLocale, localeName } from "@/lib/i18n/locales";

/** The language switch behind one button, for the header. */
export function LanguageMenu() {
  const t = useTranslations("shell");
  const locale = useLocale();
  const name = isLocale(locale) ? localeName(locale) : locale;
  return (
    <div className="relative">
      <button
        type="button"
        popoverTarget="menu-language"
        aria-label={t("language", { name })}
        className="tap inline-flex items-center justify-center gap-2 rounded-control px-2 font-medium text-ink-muted hover:bg-accent-soft hover:text-ink"
      >
        <Globe aria-hidden className="size-5" />
        <span className="hidden sm:inline">{name}</span>
      </button>
      <div
        id="menu-language"
        popover="auto"
        className="fixed inset-auto end-4 top-[4.25rem] m-0 min-w-44 rounded-card border border-line bg-raised p-2 text-ink shadow-overlay"
      >
        <LanguageSwitch className="[&_a]:w-full [&_ul]:flex-col" />
      </div>
    </div>
  );
}
