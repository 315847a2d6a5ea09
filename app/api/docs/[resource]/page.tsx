import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EndpointCard } from "@/components/reference/endpoint-card";
import { resources, summaryLanguage } from "../document";
import { docsLocale } from "../locale";

type Props = { params: Promise<{ resource: string }> };

async function shown(params: Props["params"]) {
  const [locale, { resource: name }] = await Promise.all([docsLocale(), params]);
  const resource = resources(locale).find((one) => one.name === name);
  if (!resource) notFound();
  return { locale, resource };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await shown(params)).resource.name };
}

/** Every address of one resource, with all that it takes and answers, to be tried. */
export default async function ResourcePage({ params }: Props) {
  const { locale, resource } = await shown(params);
  const t = await getTranslations("reference");
  return (
    <div className="space-y-8">
      <header>
        <h1 className="text-3xl font-bold tracking-tight sm:text-4xl">
          <bdi dir="ltr">{resource.name}</bdi>
        </h1>
        <p className="mt-1 text-ink-muted">{t("count", { count: resource.endpoints.length })}</p>
      </header>
      {resource.endpoints.map((endpoint) => (
        <EndpointCard
          key={endpoint.id}
          endpoint={endpoint}
          locale={locale}
          language={summaryLanguage(locale)}
        />
      ))}
    </div>
  );
}
