import { useTranslations } from "next-intl";

export const mainId = "contenu";

/** First stop of the keyboard: past the navigation. */
export function SkipLink() {
  const t = useTranslations("shell");
  return (
    <a
      href={`#${mainId}`}
      className="sr-only rounded-control bg-accent px-4 py-3 font-semibold text-accent-ink focus:not-sr-only focus:fixed focus:start-3 focus:top-3 focus:z-[70]"
    >
      {t("skip")}
    </a>
  );
}
