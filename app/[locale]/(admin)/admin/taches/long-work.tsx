import { Hourglass } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { workLabel } from "@/components/admin/queue-words";
import { DateTime } from "@/components/i18n/date-time";
import { ConfirmAction } from "@/components/ui/confirm-action";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { Pagination } from "@/components/ui/pagination";
import { ProgressBar } from "@/components/ui/progress-bar";
import { Select } from "@/components/ui/select";
import { StatusBadge } from "@/components/ui/status-badge";
import { TextLink } from "@/components/ui/text-link";
import { etatsTache } from "@/db/states";
import { load } from "@/lib/delivery/page";
import { listTaches } from "@/lib/organisation/list-taches";
import type { Tache } from "@/lib/organisation/schemas-tache";
import { stopWork } from "./actions";

const running = (tache: Tache) => tache.etat === "en_attente" || tache.etat === "en_cours";
/** Where the outcome of a type of work is seen. */
const places: Record<string, string> = {
  "import.client": "/gestion/clients",
  "import.intervenant": "/gestion/intervenants",
  "import.prestation": "/gestion/visites",
};

/** Long work that people asked for: how far it is, how it ended, and where its outcome is. */
export async function LongWork({ input }: { input: Record<string, string> }) {
  const [t, states, page] = await Promise.all([
    getTranslations("taches"),
    getTranslations("states.tache"),
    load(listTaches, { ...input, limit: 20 }),
  ]);
  const href = (cursor: string | null) =>
    cursor ? `/admin/taches?${new URLSearchParams({ vue: "travaux", ...input, cursor })}` : null;
  const filtered = Boolean(input.etat);
  return (
    <section>
      {page.results.length > 0 || filtered ? (
        <FilterBar
          label={t("filter")}
          keep={{ vue: "travaux" }}
          resetHref={filtered ? "/admin/taches?vue=travaux" : undefined}
        >
          <Select
            name="etat"
            label={t("work.state")}
            placeholder={t("work.allStates")}
            defaultValue={input.etat}
            options={etatsTache.map((value) => ({ value, label: states(value) }))}
          />
        </FilterBar>
      ) : null}
      <DataTable
        caption={t("views.travaux")}
        columns={await columns()}
        rows={page.results}
        rowKey={({ id }) => id}
        rowActions={
          page.results.some(running)
            ? { header: t("act"), cell: (tache) => <Stop tache={tache} /> }
            : undefined
        }
        empty={
          <EmptyState icon={<Hourglass />} title={t("work.none")}>
            {t("work.noneHelp")}
          </EmptyState>
        }
      />
      <Pagination previous={href(page.previous)} next={href(page.next)} />
    </section>
  );
}

async function Stop({ tache }: { tache: Tache }) {
  if (!running(tache)) return null;
  const t = await getTranslations("taches.work");
  return (
    <ConfirmAction
      variant="danger"
      look="ghost"
      size="sm"
      label={t("stop")}
      action={stopWork}
      fields={{ id: tache.id }}
      title={t("stopTitle")}
      consequence={t("stopConsequence")}
      confirmLabel={t("stop")}
    />
  );
}

async function columns(): Promise<Column<Tache>[]> {
  const [t, states] = await Promise.all([getTranslations("taches"), getTranslations("states.tache")]);
  return [
    {
      key: "type",
      header: t("work.what"),
      primary: true,
      cell: ({ type, id }) => (
        <>
          {workLabel(t, type)}
          <span className="block text-sm font-normal text-ink-muted">
            <bdi dir="ltr">#{id}</bdi>
          </span>
        </>
      ),
    },
    {
      key: "cree_le",
      header: t("work.asked"),
      cell: ({ cree_le: when, demande_par: who }) => (
        <>
          <DateTime value={new Date(when)} timeZone="Europe/Paris" style="dateTime" />
          {who === null ? null : (
            <span className="block text-sm">
              <TextLink href={`/admin/utilisateurs/${who}`}>{t("work.asker")}</TextLink>
            </span>
          )}
        </>
      ),
    },
    {
      key: "etat",
      header: t("work.state"),
      cell: (tache) => (
        <>
          <StatusBadge statut={tache.etat} label={states(tache.etat)} />
          {running(tache) ? (
            <span className="mt-2 flex min-w-40 items-center gap-3">
              <ProgressBar value={tache.progression} label={t("work.progress")} />
              <bdi className="text-sm whitespace-nowrap tabular-nums">{tache.progression} %</bdi>
            </span>
          ) : null}
        </>
      ),
    },
    { key: "resultat", header: t("work.outcome"), cell: (tache) => <Outcome tache={tache} /> },
  ];
}

async function Outcome({ tache: { type, etat, erreur, resultat } }: { tache: Tache }) {
  const t = await getTranslations("taches.work");
  const created = Number(resultat?.creees ?? 0);
  const wrong = Number(resultat?.lignes_en_erreur ?? 0);
  const place = places[type];
  const rapport = Number(resultat?.rapport_id ?? 0);
  if (!erreur && created === 0 && wrong === 0 && rapport === 0) return "–";
  return (
    <div className="space-y-1 text-sm">
      {erreur ? <p className="text-danger-text">{erreur.detail}</p> : null}
      {created > 0 ? <p>{t("created", { count: created })}</p> : null}
      {wrong > 0 ? <p>{t("wrong", { count: wrong })}</p> : null}
      {etat === "terminee" && created > 0 && place ? <TextLink href={place}>{t("see")}</TextLink> : null}
      {rapport > 0 ? <TextLink href={`/gestion/rapports/${rapport}`}>{t("seeReport")}</TextLink> : null}
    </div>
  );
}
