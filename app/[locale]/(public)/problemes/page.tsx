import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AnchorButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { families, problemCodes, remedies } from "@/lib/delivery/problem-catalogue";
import { refusals } from "@/lib/foundation/errors";
import type { Locale } from "@/lib/i18n/locales";
import { problemText } from "@/lib/i18n/problem-text";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("problemes"))("title") };
}

/** Every refusal that the product can utter, by family. */
export default async function ProblemsPage() {
  const [t, reference, locale] = await Promise.all([
    getTranslations("problemes"),
    getTranslations("reference"),
    getLocale() as Promise<Locale>,
  ]);
  return (
    <div className="mx-auto max-w-4xl px-4 py-8 sm:px-6 sm:py-12">
      <PageHeader
        title={t("title")}
        description={t("lead")}
        actions={<AnchorButton href={`/api/docs?lang=${locale}`}>{reference("title")}</AnchorButton>}
      />
      <div className="space-y-10">
        {families.map((family) => (
          <section key={family} aria-labelledby={`famille-${family}`}>
            <h2 id={`famille-${family}`} className="mb-2 text-xl font-semibold">
              {t(`family.${family}`)}
            </h2>
            <ul className="divide-y divide-line border-y border-line">
              {problemCodes
                .filter((code) => remedies[code][0] === family)
                .map((code) => (
                  <li key={code} className="flex flex-wrap items-center gap-x-4 py-1">
                    <bdi dir="ltr" className="w-10 tabular-nums text-ink-muted">
                      {refusals[code]}
                    </bdi>
                    <span className="min-w-0 flex-1">
                      <TextLink href={`/problemes/${code}`}>{problemText(locale, code).title}</TextLink>
                    </span>
                    <bdi dir="ltr" className="font-mono text-sm text-ink-muted">
                      {code}
                    </bdi>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}
