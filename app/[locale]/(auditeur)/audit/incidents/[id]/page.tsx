import { FileText } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { Clocks, Facts, History } from "@/components/incidents/incident-file";
import { Badge } from "@/components/ui/badge";
import { AnchorButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { load } from "@/lib/delivery/page";
import { readIncident } from "@/lib/incidents/read-incident";

export async function generateMetadata() {
  return { title: (await getTranslations("incidents"))("title") };
}

type Props = { params: Promise<{ id: string }> };

/** One incident without its words: clocks, steps, who under a pseudonym. */
export default async function AuditIncidentPage({ params }: Props) {
  const { id } = await params;
  const [t, locale, incident] = await Promise.all([
    getTranslations("incidents"),
    getLocale(),
    load(readIncident, { id }),
  ]);
  const tone = incident.statut === "ouvert" ? "warning" : "success";
  return (
    <>
      <PageHeader
        title={t("one1", { id: String(incident.id) })}
        description={t(`types.${incident.type}`)}
        back={{ href: "/audit/incidents", label: t("title") }}
        badge={<Badge tone={tone}>{t(`etats.${incident.statut}`)}</Badge>}
        actions={
          <AnchorButton
            href={`/${locale}/audit/incidents/${incident.id}/rapport`}
            icon={<FileText aria-hidden />}
          >
            {t("report1")}
          </AnchorButton>
        }
      />
      <Clocks incident={incident} />
      <div className="mt-8 grid grid-cols-[minmax(0,1fr)] gap-8 lg:grid-cols-2 lg:items-start">
        <History incident={incident} />
        <Facts incident={incident} />
      </div>
      <p className="mt-6 text-sm text-ink-muted">{t("one.hidden")}</p>
    </>
  );
}
