import { CircleCheck } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { queueLabel } from "@/components/admin/queue-words";
import { DateTime } from "@/components/i18n/date-time";
import { ActForm } from "@/components/interop/act-form";
import { ConfirmAction } from "@/components/ui/confirm-action";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { Pagination } from "@/components/ui/pagination";
import { Select } from "@/components/ui/select";
import { load } from "@/lib/delivery/page";
import { listEchecs } from "@/lib/organisation/list-echecs";
import type { Echec, File } from "@/lib/organisation/schemas-echec";
import { giveUp, replayOne } from "./actions";
import { ReplayAll } from "./replay-all";

type Props = { input: Record<string, string>; files: File[] };

/** Jobs whose tries are used up, and why; each waits until somebody replays it or gives it up. */
export async function Failures({ input, files }: Props) {
  const [t, page] = await Promise.all([getTranslations("taches"), load(listEchecs, { ...input, limit: 20 })]);
  const query = { vue: "echecs", ...input };
  const href = (cursor: string | null) =>
    cursor ? `/admin/taches?${new URLSearchParams({ ...query, cursor })}` : null;
  const broken = files.filter(({ echecs }) => echecs > 0);
  const chosen = files.find(({ file }) => file === input.file);
  return (
    <section>
      {broken.length > 0 || chosen ? (
        <div className="flex flex-wrap items-end justify-between gap-x-4">
          <FilterBar
            label={t("filter")}
            keep={{ vue: "echecs" }}
            resetHref={input.file ? "/admin/taches?vue=echecs" : undefined}
          >
            <Select
              name="file"
              label={t("queue")}
              placeholder={t("allQueues")}
              defaultValue={input.file}
              options={files
                .filter((one) => one.echecs > 0 || one === chosen)
                .map(({ file }) => ({ value: file, label: queueLabel(t, file) }))}
            />
          </FilterBar>
          <div className="mb-5">{chosen ? <ReplayAll file={chosen.file} count={chosen.echecs} /> : null}</div>
        </div>
      ) : null}
      <DataTable
        caption={t("views.echecs")}
        columns={await columns()}
        rows={page.results}
        rowKey={({ id }) => id}
        rowActions={{ header: t("act"), cell: (echec) => <Acts echec={echec} /> }}
        empty={
          <EmptyState icon={<CircleCheck />} title={t("none")}>
            {t("noneHelp")}
          </EmptyState>
        }
      />
      <Pagination previous={href(page.previous)} next={href(page.next)} />
    </section>
  );
}

async function Acts({ echec: { id } }: { echec: Echec }) {
  const t = await getTranslations("taches");
  return (
    <div className="flex flex-wrap items-start gap-2 md:justify-end">
      <ActForm action={replayOne} fields={{ id }}>
        {t("one.replay")}
      </ActForm>
      <ConfirmAction
        variant="danger"
        look="ghost"
        label={t("one.giveUp")}
        action={giveUp}
        fields={{ id }}
        title={t("one.giveUpTitle")}
        consequence={t("one.giveUpConsequence")}
        confirmLabel={t("one.giveUp")}
      />
    </div>
  );
}

async function columns(): Promise<Column<Echec>[]> {
  const t = await getTranslations("taches");
  return [
    { key: "file", header: t("queue"), primary: true, cell: ({ file }) => queueLabel(t, file) },
    {
      key: "erreur",
      header: t("reason"),
      cell: ({ erreur }) =>
        erreur ? (
          <bdi dir="ltr" className="text-sm wrap-anywhere">
            {erreur}
          </bdi>
        ) : (
          t("noReason")
        ),
    },
    {
      key: "quand",
      header: t("when"),
      cell: ({ quand }) => <DateTime value={new Date(quand)} timeZone="Europe/Paris" style="dateTime" />,
    },
    {
      key: "tentatives",
      header: t("tries"),
      align: "end",
      cell: ({ tentatives }) => <span className="tabular-nums">{tentatives}</span>,
    },
  ];
}
