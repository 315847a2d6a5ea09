import { Braces, FileText } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { EndpointList } from "@/components/reference/endpoint-list";
import { refusalStatusesOf } from "@/components/reference/reference";
import { RefusalTable } from "@/components/reference/refusal-table";
import { DefinitionList } from "@/components/ui/definition-list";
import { AnchorButton } from "@/components/ui/link-button";
import { BASE } from "@/lib/delivery/endpoint-spec";
import { apiDocument, resources, summaryLanguage } from "./document";
import { docsLocale } from "./locale";

const rules = ["token", "lists", "formats", "languages", "once", "versions", "limits"] as const;

/** The API at a glance: how to begin, the rules that hold everywhere, every address, every refusal. */
export default async function DocsPage() {
  const locale = await docsLocale();
  const t = await getTranslations("reference");
  return (
    <div className="space-y-12">
      <header className="max-w-prose space-y-4">
        <h1 className="text-3xl font-bold tracking-tight sm:text-4xl">{t("title")}</h1>
        <p className="text-lg text-ink-muted">{t("lead")}</p>
        <p className="flex flex-wrap items-center gap-3">
          <span className="w-full text-ink-muted">{t("document")}</span>
          <AnchorButton href={`${BASE}/openapi.json`} icon={<Braces aria-hidden />}>
            JSON
          </AnchorButton>
          <AnchorButton href={`${BASE}/openapi.yaml`} icon={<FileText aria-hidden />}>
            YAML
          </AnchorButton>
        </p>
      </header>
      <section aria-labelledby="regles">
        <h2 id="regles" className="mb-2 text-xl font-semibold">
          {t("rules")}
        </h2>
        <DefinitionList
          items={[
            {
              key: "base",
              term: t("rule.base"),
              value: (
                <>
                  <bdi dir="ltr" className="block font-mono text-sm">
                    {BASE}/
                  </bdi>
                  {t("rule.baseText")}
                </>
              ),
            },
            ...rules.map((rule) => ({ key: rule, term: t(`rule.${rule}`), value: t(`rule.${rule}Text`) })),
          ]}
        />
      </section>
      <section aria-labelledby="adresses">
        <h2 id="adresses" className="mb-4 text-xl font-semibold">
          {t("all")}
        </h2>
        <EndpointList locale={locale} language={summaryLanguage(locale)} resources={resources(locale)} />
      </section>
      <section aria-labelledby="refus">
        <h2 id="refus" className="mb-1 text-xl font-semibold">
          {t("refusals")}
        </h2>
        <p className="mb-4 max-w-prose text-ink-muted">{t("refusalsLead")}</p>
        <RefusalTable locale={locale} refusals={refusalStatusesOf(apiDocument())} />
      </section>
    </div>
  );
}
