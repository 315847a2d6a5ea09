import { Braces, ChartNoAxesColumn, Download, ShieldCheck } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { EmptyState } from "@/components/ui/empty-state";
import { AnchorButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { load, pageContext } from "@/lib/delivery/page";
import { formatDate, formatList } from "@/lib/i18n/format";
import { FEWEST_PEOPLE } from "@/lib/interop/open-data";
import { readCatalogue } from "@/lib/interop/read-catalogue";
import { jeuWords, jeux } from "@/lib/interop/schemas-open-data";

const BASE = "/api/services_personne/open-data/";
const columns = ["mois", "activite", "commune", "prestations", "heures", "clients"] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("donneesOuvertes");
  return { title: t("title"), description: t("lead") };
}

/** What is published, under which licence, and why nobody can be found in it. */
export default async function OpenDataPage() {
  const [t, ctx, catalogue] = await Promise.all([
    getTranslations("donneesOuvertes"),
    pageContext(),
    load(readCatalogue),
  ]);
  const locale = { locale: ctx.locale };
  const names = catalogue["dct:publisher"].map((one) => one["foaf:name"]);
  const period = catalogue["dcat:dataset"][0]?.["dct:temporal"];
  return (
    <div className="mx-auto max-w-4xl space-y-10 px-4 py-10 sm:px-6 sm:py-14">
      <header className="max-w-2xl space-y-3">
        <h1 className="text-3xl font-bold tracking-tight sm:text-4xl">{t("title")}</h1>
        <p className="text-lg text-ink-muted">{t("lead")}</p>
        {period ? (
          <p className="text-ink-muted">
            {t("publishers", { names: formatList(names, locale) })}{" "}
            {t("period", {
              du: formatDate(period["dcat:startDate"]["@value"], locale),
              au: formatDate(period["dcat:endDate"]["@value"], locale),
            })}
          </p>
        ) : null}
      </header>
      <Notice tone="info" title={t("privacy.title")}>
        {t("privacy.text", { min: FEWEST_PEOPLE })}
      </Notice>
      <section aria-labelledby="jeux" className="space-y-4">
        <h2 id="jeux" className="text-xl font-semibold">
          {t("sets")}
        </h2>
        {names.length === 0 ? (
          <EmptyState icon={<ChartNoAxesColumn />} title={t("none")}>
            {t("noneHelp")}
          </EmptyState>
        ) : (
          <ul className="space-y-4">
            {jeux.map((jeu) => (
              <DataSet key={jeu} jeu={jeu} />
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="colonnes" className="space-y-4">
        <h2 id="colonnes" className="text-xl font-semibold">
          {t("columns.title")}
        </h2>
        <DefinitionList
          items={columns.map((name) => ({
            term: (
              <code dir="ltr" className="text-sm">
                {name}
              </code>
            ),
            value: t(`columns.${name}`),
          }))}
        />
      </section>
      <section aria-labelledby="licence" className="space-y-3">
        <h2 id="licence" className="text-xl font-semibold">
          {t("licence.title")}
        </h2>
        <p>{t("licence.text")}</p>
        <div className="flex flex-wrap gap-3">
          <AnchorButton href={catalogue["dct:license"]["@id"]} icon={<ShieldCheck aria-hidden />}>
            {t("licence.link")}
          </AnchorButton>
          <AnchorButton href={BASE} icon={<Braces aria-hidden />}>
            {t("catalogueLink")}
          </AnchorButton>
        </div>
      </section>
    </div>
  );
}

async function DataSet({ jeu }: { jeu: (typeof jeux)[number] }) {
  const t = await getTranslations("donneesOuvertes");
  const title = t(`jeux.${jeuWords[jeu]}.title`);
  return (
    <Card as="li" className="space-y-3">
      <h3 className="text-lg font-semibold">{title}</h3>
      <p className="text-ink-muted">{t(`jeux.${jeuWords[jeu]}.text`)}</p>
      <div className="flex flex-wrap gap-3">
        <AnchorButton href={`${BASE}${jeu}/csv/`} icon={<Download aria-hidden />} variant="primary">
          {t("csv")}
          <span className="sr-only"> {title}</span>
        </AnchorButton>
        <AnchorButton href={`${BASE}${jeu}/`} icon={<Braces aria-hidden />}>
          {t("json")}
          <span className="sr-only"> {title}</span>
        </AnchorButton>
      </div>
    </Card>
  );
}
