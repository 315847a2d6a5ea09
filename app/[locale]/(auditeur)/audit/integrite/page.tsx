import { ScanSearch, ShieldAlert, ShieldCheck } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { DateTime } from "@/components/i18n/date-time";
import { TaskProgress } from "@/components/shell/task-progress";
import { ActionForm } from "@/components/ui/action-form";
import { Badge } from "@/components/ui/badge";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { SectionHeader } from "@/components/ui/section-header";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { load, pageContext } from "@/lib/delivery/page";
import { formatNumber } from "@/lib/i18n/format";
import { readIntegrite } from "@/lib/integrite/read-integrite";
import type { Anomalie, Execution } from "@/lib/integrite/schemas";
import { verifyOne } from "../../../integrite/actions";
import { startCheck } from "./actions";

export async function generateMetadata() {
  return { title: (await getTranslations("integrite"))("title") };
}

type Run = Omit<Execution, "anomalies">;

/** Whether anything was altered: the last run in plain words, those before it, and the button to run it anew. */
export default async function IntegrityPage() {
  const [t, { derniere, executions }] = await Promise.all([
    getTranslations("integrite"),
    load(readIntegrite, {}),
  ]);
  const running = executions.find(({ etat }) => etat === "en_attente");
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("lead")}
        actions={
          running ? null : (
            <ActionForm action={startCheck} aria-label={t("start")} showSuccess={false}>
              <SubmitButton icon={<ShieldCheck aria-hidden />}>{t("start")}</SubmitButton>
            </ActionForm>
          )
        }
      />
      {running?.tache_id ? (
        <TaskProgress tacheId={running.tache_id} running={t("running")} label={t("progress")} />
      ) : null}
      {derniere ? (
        <Last run={derniere} />
      ) : running ? null : (
        <EmptyState icon={<ScanSearch />} title={t("never")}>
          {t("neverHelp")}
        </EmptyState>
      )}
      <One />
      <p className="mt-6 max-w-3xl text-sm text-ink-muted">{t("limits")}</p>
      {executions.length > 0 ? (
        <section aria-labelledby="passees" className="mt-8">
          <SectionHeader id="passees" title={t("runs")} />
          <DataTable
            caption={t("runs")}
            columns={await runColumns()}
            rows={executions}
            rowKey={({ id }) => id}
          />
        </section>
      ) : null}
    </>
  );
}

/** One visit or invoice, by its number. */
async function One() {
  const t = await getTranslations("integrite");
  return (
    <section aria-labelledby="une" className="mt-8 max-w-3xl">
      <SectionHeader id="une" title={t("one")} />
      <ActionForm action={verifyOne} aria-label={t("one")} className="space-y-3">
        <div className="grid gap-3 sm:grid-cols-[12rem_minmax(0,1fr)_auto] sm:items-end">
          <Select
            name="type"
            label={t("object")}
            defaultValue="facture"
            options={(["facture", "prestation"] as const).map((value) => ({
              value,
              label: t(`kinds.${value}`),
            }))}
          />
          <TextField name="id" label={t("number")} inputMode="numeric" isRequired />
          <SubmitButton variant="secondary">{t("verifyOne")}</SubmitButton>
        </div>
      </ActionForm>
    </section>
  );
}

async function countsOf(run: Run): Promise<string> {
  const [t, { locale }] = await Promise.all([getTranslations("integrite"), pageContext()]);
  const number = (value: number) => formatNumber(value, { locale });
  return t("counts", {
    visits: number(run.prestations),
    invoices: number(run.factures),
    entries: number(run.entrees),
  });
}

async function Last({ run }: { run: Execution }) {
  const t = await getTranslations("integrite");
  const Icon = run.intact ? ShieldCheck : ShieldAlert;
  return (
    <>
      <Notice
        tone={run.intact ? "success" : "danger"}
        title={
          <>
            <Icon aria-hidden className="inline size-5" />{" "}
            {run.intact ? t("intact") : t("altered", { count: run.total })}
          </>
        }
      >
        <p>{await countsOf(run)}</p>
        {run.intact ? null : <p>{t("alteredHelp")}</p>}
        {run.terminee_le ? (
          <p>
            <DateTime style="dateTime" value={new Date(run.terminee_le)} timeZone="Europe/Paris" />
          </p>
        ) : null}
      </Notice>
      {run.intact ? null : (
        <div className="mt-6">
          <DataTable
            caption={t("altered", { count: run.total })}
            columns={await faultColumns()}
            rows={run.anomalies}
            rowKey={({ type, id, faute }) => `${type} ${id} ${faute}`}
          />
        </div>
      )}
    </>
  );
}

async function faultColumns(): Promise<Column<Anomalie>[]> {
  const t = await getTranslations("integrite");
  return [
    {
      key: "objet",
      header: t("object"),
      primary: true,
      cell: ({ type, id }) => <bdi>{t(`types.${type}`, { id })}</bdi>,
    },
    { key: "faute", header: t("fault"), cell: ({ faute }) => t(`fautes.${faute}`) },
  ];
}

async function runColumns(): Promise<Column<Run>[]> {
  const t = await getTranslations("integrite");
  return [
    {
      key: "cree_le",
      header: t("when"),
      primary: true,
      cell: ({ cree_le }) => <DateTime style="dateTime" value={new Date(cree_le)} timeZone="Europe/Paris" />,
    },
    {
      key: "resultat",
      header: t("result"),
      cell: (run) => <Result run={run} />,
    },
    { key: "verifie", header: t("checked"), cell: (run) => (run.intact === null ? null : countsOf(run)) },
  ];
}

async function Result({ run }: { run: Run }) {
  const t = await getTranslations("integrite");
  if (run.intact === null)
    return <Badge tone="warning">{t(run.etat === "echouee" ? "failed" : "waiting")}</Badge>;
  return run.intact ? (
    <Badge tone="success">{t("intact")}</Badge>
  ) : (
    <Badge tone="danger">{t("altered", { count: run.total })}</Badge>
  );
}
