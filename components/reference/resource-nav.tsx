import { useTranslations } from "next-intl";
import type { Locale } from "@/lib/i18n/locales";
import { DocsLink } from "./docs-link";
import { Fold } from "./fold";
import type { Resource } from "./reference";

/** Every resource; beside the page on wide screens, folded above it on narrow ones. */
export function ResourceNav({ locale, resources }: { locale: Locale; resources: readonly Resource[] }) {
  const t = useTranslations("reference");
  const list = (
    <ul>
      <li>
        <DocsLink href={`/api/docs?lang=${locale}`}>{t("overview")}</DocsLink>
      </li>
      {resources.map(({ name }) => (
        <li key={name}>
          <DocsLink href={`/api/docs/${name}?lang=${locale}`}>
            <bdi dir="ltr">{name}</bdi>
          </DocsLink>
        </li>
      ))}
    </ul>
  );
  return (
    <nav aria-label={t("resources")} className="mb-6 lg:mb-0">
      <Fold title={t("resources")} className="rounded-card border border-line bg-raised px-4 lg:hidden">
        <div className="-mx-2 border-t border-line py-2">{list}</div>
      </Fold>
      <div className="sticky top-6 hidden max-h-[calc(100dvh-3rem)] overflow-y-auto lg:block">{list}</div>
    </nav>
  );
}
