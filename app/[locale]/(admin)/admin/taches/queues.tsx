import { CircleX, Cog, Hourglass } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { queueLabel } from "@/components/admin/queue-words";
import { DateTime } from "@/components/i18n/date-time";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Stat } from "@/components/ui/stat";
import { TextLink } from "@/components/ui/text-link";
import { pageContext } from "@/lib/delivery/page";
import type { File } from "@/lib/organisation/schemas-echec";
import { ReplayAll } from "./replay-all";

/** Every queue: what waits, runs and has failed, and since when the oldest job is due. */
export async function Queues({ files }: { files: File[] }) {
  const t = await getTranslations("taches");
  const sum = (key: "en_attente" | "en_cours" | "echecs") =>
    files.reduce((total, file) => total + file[key], 0);
  return (
    <div className="space-y-8">
      <div className="grid gap-4 sm:grid-cols-3">
        <Stat label={t("waiting")} value={sum("en_attente")} icon={<Hourglass aria-hidden />} />
        <Stat label={t("running")} value={sum("en_cours")} icon={<Cog aria-hidden />} />
        <Stat
          label={t("failed")}
          value={sum("echecs")}
          icon={<CircleX aria-hidden />}
          href="/admin/taches?vue=echecs"
          tone={sum("echecs") > 0 ? "attention" : "plain"}
        />
      </div>
      <DataTable
        caption={t("views.files")}
        columns={await columns()}
        rows={files}
        rowKey={({ file }) => file}
        rowActions={
          sum("echecs") > 0
            ? { header: t("act"), cell: ({ file, echecs }) => <ReplayAll file={file} count={echecs} /> }
            : undefined
        }
      />
    </div>
  );
}

async function columns(): Promise<Column<File>[]> {
  const [t, { now }] = await Promise.all([getTranslations("taches"), pageContext()]);
  const figure = (value: number) => <span className="tabular-nums">{value}</span>;
  return [
    {
      key: "file",
      header: t("queue"),
      primary: true,
      cell: ({ file }) => (
        <>
          {queueLabel(t, file)}
          <span className="block text-sm font-normal text-ink-muted">
            <bdi dir="ltr">{file}</bdi>
          </span>
        </>
      ),
    },
    { key: "en_attente", header: t("waiting"), align: "end", cell: (one) => figure(one.en_attente) },
    { key: "en_cours", header: t("running"), align: "end", cell: (one) => figure(one.en_cours) },
    {
      key: "echecs",
      header: t("failed"),
      align: "end",
      cell: ({ file, echecs }) =>
        echecs > 0 ? (
          <TextLink href={`/admin/taches?vue=echecs&file=${file}`}>{figure(echecs)}</TextLink>
        ) : (
          figure(0)
        ),
    },
    {
      key: "plus_ancien",
      header: t("oldest"),
      cell: ({ plus_ancien: since }) =>
        since ? (
          <DateTime value={new Date(since)} timeZone="Europe/Paris" style="relative" now={now} />
        ) : (
          t("nothingLate")
        ),
    },
  ];
}
