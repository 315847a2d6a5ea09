import { FileText } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { FactFields } from "@/components/incidents/fact-fields";
import { Clocks, Facts, History, Story } from "@/components/incidents/incident-file";
import { ActionForm } from "@/components/ui/action-form";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { AnchorButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { SubmitButton } from "@/components/ui/submit-button";
import { load } from "@/lib/delivery/page";
import { readIncident } from "@/lib/incidents/read-incident";
import { correctOne } from "../actions";
import { localNow } from "../local-now";
import { End, Step } from "./acts";

export async function generateMetadata() {
  return { title: (await getTranslations("incidents"))("title") };
}

type Props = { params: Promise<{ id: string }> };

/** One incident: what is due until when, what was done, and the next step to write down. */
export default async function IncidentPage({ params }: Props) {
  const { id } = await params;
  const [t, locale, incident, now] = await Promise.all([
    getTranslations("incidents"),
    getLocale(),
    load(readIncident, { id }),
    localNow(),
  ]);
  const isOpen = incident.statut === "ouvert";
  return (
    <>
      <PageHeader
        title={t("one1", { id: String(incident.id) })}
        description={t(`types.${incident.type}`)}
        back={{ href: "/admin/incidents", label: t("title") }}
        badge={<Badge tone={isOpen ? "warning" : "success"}>{t(`etats.${incident.statut}`)}</Badge>}
        actions={
          <AnchorButton
            href={`/${locale}/admin/incidents/${incident.id}/rapport`}
            icon={<FileText aria-hidden />}
          >
            {t("report1")}
          </AnchorButton>
        }
      />
      <Clocks incident={incident} />
      <div className="mt-8 grid grid-cols-[minmax(0,1fr)] gap-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] lg:items-start">
        <div className="space-y-8">
          <History incident={incident} />
          <Story incident={incident} />
          <Facts incident={incident} />
        </div>
        <div className="space-y-6">
          {isOpen ? <Step incident={incident} now={now} /> : null}
          <End incident={incident} />
        </div>
      </div>
      {isOpen ? (
        <Card className="mt-8">
          <details>
            <summary className="tap cursor-pointer font-semibold">{t("one.correct")}</summary>
            <ActionForm action={correctOne} aria-label={t("one.correct")} className="mt-4 max-w-3xl">
              <input type="hidden" name="id" value={incident.id} />
              <input type="hidden" name="version" value={incident.version} />
              <FactFields incident={incident} now={now} />
              <SubmitButton>{t("one.saveFacts")}</SubmitButton>
            </ActionForm>
          </details>
        </Card>
      ) : null}
    </>
  );
}
