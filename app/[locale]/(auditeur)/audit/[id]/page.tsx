import { ShieldAlert, ShieldCheck } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DateTime } from "@/components/i18n/date-time";
import { actionLabel, historyHref, objectLabel } from "@/components/oversight/action-label";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { SectionHeader } from "@/components/ui/section-header";
import { TextLink } from "@/components/ui/text-link";
import { load } from "@/lib/delivery/page";
import { readAudit } from "@/lib/oversight/read-audit";
import type { AuditDetail } from "@/lib/oversight/schemas";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await getTranslations("audit"))("entry", { id: (await params).id }) };
}

/** One entry of the log with its proof. */
export default async function AuditEntryPage({ params }: Props) {
  const { id } = await params;
  const [t, entry] = await Promise.all([getTranslations("audit"), load(readAudit, { id })]);
  return (
    <>
      <PageHeader
        title={actionLabel(entry.action, t)}
        description={t("entry", { id: entry.id })}
        back={{ href: "/audit", label: t("title") }}
      />
      <Notice
        tone={entry.intacte ? "success" : "danger"}
        title={
          <>
            {entry.intacte ? (
              <ShieldCheck aria-hidden className="inline size-5" />
            ) : (
              <ShieldAlert aria-hidden className="inline size-5" />
            )}{" "}
            {t("proof")}
          </>
        }
      >
        {t(entry.intacte ? "intact" : "broken")}
      </Notice>
      <Facts entry={entry} />
      <p className="my-5 flex flex-wrap gap-x-6 gap-y-2">
        <TextLink href={historyHref(entry.objet)}>
          {t("history", { object: objectLabel(entry.objet, t) })}
        </TextLink>
        <TextLink href={`/audit?${new URLSearchParams({ requete: entry.requete })}`}>
          {t("sameRequest")}
        </TextLink>
      </p>
      <Proof entry={entry} />
    </>
  );
}

async function Facts({ entry }: { entry: AuditDetail }) {
  const [t, common, states] = await Promise.all([
    getTranslations("audit"),
    getTranslations("common"),
    getTranslations("states"),
  ]);
  const details = Object.entries(entry.donnees).map(([term, value]) => ({
    term,
    value: (
      <bdi dir="ltr" className="break-all">
        {typeof value === "string" ? value : JSON.stringify(value)}
      </bdi>
    ),
  }));
  return (
    <Card className="mt-5">
      <DefinitionList
        columns={2}
        items={[
          {
            term: t("when"),
            value: <DateTime value={new Date(entry.horodatage)} timeZone="Europe/Paris" style="dateTime" />,
          },
          { term: t("who"), value: <bdi dir="ltr">{entry.acteur}</bdi> },
          { term: t("role"), value: common(`roles.${entry.role as "admin"}`) },
          { term: t("object"), value: <bdi>{objectLabel(entry.objet, t)}</bdi> },
          { term: t("result"), value: states(`audit.${entry.resultat}`) },
          { term: t("agency"), value: entry.agence_id ?? "–" },
          {
            term: t("request"),
            value: (
              <bdi dir="ltr" className="break-all">
                {entry.requete}
              </bdi>
            ),
          },
          ...details,
        ]}
      />
    </Card>
  );
}

async function Proof({ entry }: { entry: AuditDetail }) {
  const t = await getTranslations("audit");
  const code = (text: string) => (
    <code dir="ltr" className="block break-all text-start text-sm">
      {text}
    </code>
  );
  return (
    <>
      <SectionHeader title={t("proof")} />
      <Card tone="sunken">
        <DefinitionList
          items={[
            { term: t("chain"), value: code(entry.flux) },
            { term: t("rank"), value: entry.seq },
            { term: t("previousHash"), value: code(entry.precedent) },
            { term: t("hash"), value: code(entry.feuille) },
            { term: t("canon"), value: code(entry.canon) },
          ]}
        />
      </Card>
    </>
  );
}
