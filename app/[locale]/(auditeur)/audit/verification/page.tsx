import { RefreshCw, ShieldAlert, ShieldCheck } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DateTime } from "@/components/i18n/date-time";
import { objectLabel } from "@/components/oversight/action-label";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import { AnchorButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { TextArea } from "@/components/ui/text-area";
import { TextLink } from "@/components/ui/text-link";
import { load, pageContext, searchInput } from "@/lib/delivery/page";
import { formatNumber } from "@/lib/i18n/format";
import type { AuditVerification } from "@/lib/oversight/schemas";
import { verifyAudit } from "@/lib/oversight/verify-audit";

type Alteree = AuditVerification["alterees"][number];

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("audit.verification"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The whole log recomputed now, against a checkpoint that the reader kept if they give one; the result in plain words. */
export default async function VerificationPage({ searchParams }: Props) {
  const { point = "" } = searchInput(await searchParams);
  const [t, log, { locale }, found] = await Promise.all([
    getTranslations("audit.verification"),
    getTranslations("audit"),
    pageContext(),
    load(verifyAudit, point ? { point } : {}),
  ]);
  const numbers = {
    entries: formatNumber(found.entrees, { locale }),
    streams: formatNumber(found.flux, { locale }),
    points: formatNumber(found.points, { locale }),
  };
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("lead")}
        back={{ href: "/audit", label: log("title") }}
        actions={
          <AnchorButton href={`/${locale}/audit/verification`} icon={<RefreshCw aria-hidden />}>
            {t("again")}
          </AnchorButton>
        }
      />
      <Notice
        tone={found.intact ? "success" : "danger"}
        title={
          <>
            {found.intact ? (
              <ShieldCheck aria-hidden className="inline size-5" />
            ) : (
              <ShieldAlert aria-hidden className="inline size-5" />
            )}{" "}
            {t(found.intact ? "intact" : "altered")}
          </>
        }
      >
        <p>{t(found.intact ? "intactHelp" : "alteredHelp", numbers)}</p>
        {found.intact && point ? <p>{t("keptHolds")}</p> : null}
        <p>
          <DateTime style="dateTime" value={new Date(found.verifie_le)} timeZone="Europe/Paris" />
        </p>
      </Notice>
      {found.intact ? null : (
        <div className="mt-6">
          <DataTable
            caption={t("altered")}
            columns={await columns()}
            rows={found.alterees}
            rowKey={(one) => `${one.flux} ${one.seq} ${one.faute}`}
          />
        </div>
      )}
      <Card className="mt-6">
        <form method="get" className="grid gap-4">
          <TextArea
            name="point"
            label={t("kept")}
            description={t("keptHelp")}
            rows={6}
            maxLength={2000}
            defaultValue={point}
          />
          <div>
            <Button type="submit">{t("check")}</Button>
          </div>
        </form>
      </Card>
    </>
  );
}

async function columns(): Promise<Column<Alteree>[]> {
  const [t, log] = await Promise.all([getTranslations("audit.verification"), getTranslations("audit")]);
  return [
    {
      key: "objet",
      header: log("object"),
      primary: true,
      cell: ({ id, flux }) =>
        id === 0 ? (
          flux === "checkpoint" ? (
            t("checkpoint")
          ) : (
            objectLabel(flux, log)
          )
        ) : (
          <TextLink href={`/audit/${id}`}>{objectLabel(flux, log)}</TextLink>
        ),
    },
    { key: "seq", header: log("rank"), cell: ({ seq }) => seq },
    { key: "faute", header: t("fault"), cell: ({ faute }) => t(`faults.${faute}`) },
  ];
}
