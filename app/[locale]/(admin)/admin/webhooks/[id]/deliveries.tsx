import { Send } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { DateTime } from "@/components/i18n/date-time";
import { ActForm } from "@/components/interop/act-form";
import { LivraisonAttempts } from "@/components/interop/livraison-attempts";
import { RefreshButton } from "@/components/interop/refresh-button";
import type { EventType } from "@/components/interop/webhook-fields";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { ExportButton } from "@/components/ui/export-button";
import { FilterBar } from "@/components/ui/filter-bar";
import { Pagination } from "@/components/ui/pagination";
import { SectionHeader } from "@/components/ui/section-header";
import { Select } from "@/components/ui/select";
import { StatusBadge } from "@/components/ui/status-badge";
import { load } from "@/lib/delivery/page";
import { listLivraisons } from "@/lib/interop/list-livraisons";
import { type LivraisonShape, livraisonShape, type WebhookShape } from "@/lib/interop/schemas";
import { sendAgain } from "../actions";

type Props = { webhook: WebhookShape; search: Record<string, string> };

const statuts = livraisonShape.shape.statut.options;

/** What was sent to an address and how far it got; each message can be sent again while the address runs. */
export async function Deliveries({ webhook: { id, actif }, search }: Props) {
  const [t, states, page] = await Promise.all([
    getTranslations("webhooks.deliveries"),
    getTranslations("webhooks.livraison"),
    load(listLivraisons, { ...search, id, limit: 20 }),
  ]);
  const refresh = (await getTranslations("webhooks.one"))("refresh");
  const here = `/admin/webhooks/${id}`;
  const href = (cursor: string | null) =>
    cursor ? `${here}?${new URLSearchParams({ ...search, cursor })}` : null;
  const filtered = Boolean(search.statut);
  const again = (one: LivraisonShape) => (
    <ActForm action={sendAgain} fields={{ id, livraison_id: one.id }}>
      {t("replay")}
    </ActForm>
  );
  return (
    <section>
      <SectionHeader
        title={t("title")}
        actions={
          <>
            <ExportButton
              href={`${here}/export${search.statut ? `?statut=${search.statut}` : ""}`}
              size="sm"
            />
            <RefreshButton>{refresh}</RefreshButton>
          </>
        }
      />
      <p className="mb-4 text-ink-muted">{t("lead")}</p>
      {page.results.length > 0 || filtered ? (
        <FilterBar label={t("filter")} resetHref={filtered ? here : undefined}>
          <Select
            name="statut"
            label={t("filter")}
            placeholder={t("allStates")}
            defaultValue={search.statut}
            options={statuts.map((value) => ({ value, label: states(value) }))}
          />
        </FilterBar>
      ) : null}
      <DataTable
        caption={t("title")}
        columns={await columns()}
        rows={page.results}
        rowKey={(one) => one.id}
        rowActions={actif ? { header: t("act"), cell: again } : undefined}
        empty={
          <EmptyState icon={<Send />} title={t(filtered ? "noneMatch" : "none")}>
            {t(filtered ? "noneMatchHelp" : "noneHelp")}
          </EmptyState>
        }
      />
      <Pagination previous={href(page.previous)} next={href(page.next)} />
    </section>
  );
}

async function columns(): Promise<Column<LivraisonShape>[]> {
  const t = await getTranslations("webhooks");
  return [
    {
      key: "type",
      header: t("deliveries.event"),
      primary: true,
      cell: (one) => (
        <>
          {t(`types.${one.type as EventType}`)}
          <bdi dir="ltr" className="block text-sm font-normal text-ink-muted">
            {one.objet}
          </bdi>
        </>
      ),
    },
    {
      key: "survenu_le",
      header: t("deliveries.when"),
      cell: (one) => <DateTime value={new Date(one.survenu_le)} timeZone="Europe/Paris" style="dateTime" />,
    },
    {
      key: "statut",
      header: t("state"),
      cell: (one) => <StatusBadge statut={one.statut} label={t(`livraison.${one.statut}`)} />,
    },
    {
      key: "essais",
      header: t("deliveries.attempts"),
      cell: (one) => <LivraisonAttempts livraison={one} />,
    },
  ];
}
