import { FileText } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ChoiceList } from "@/components/ui/choice-list";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { StatusBadge } from "@/components/ui/status-badge";
import { load, searchInput } from "@/lib/delivery/page";
import { listDevis } from "@/lib/factures/list-devis";
import { formatDate } from "@/lib/i18n/format";
import { clientArea } from "../area";

export async function generateMetadata() {
  return { title: (await getTranslations("factures.quote"))("own") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };
const PAGE = 12;

/** The client's quotes, latest first: what waits for an answer says until when. */
export default async function ClientQuotes({ searchParams }: Props) {
  const area = await clientArea("/espace/devis");
  const { cursor } = searchInput(await searchParams);
  const [t, tStates, page] = await Promise.all([
    getTranslations("factures.quote"),
    getTranslations("states.devis"),
    load(listDevis, { limit: PAGE, cursor }),
  ]);
  const pageHref = (to: string | null) =>
    to ? `/espace/devis?${new URLSearchParams({ cursor: to })}` : null;
  return (
    <>
      <PageHeader
        title={t("own")}
        description={t("ownLead")}
        back={{ href: "/espace/factures", label: t("invoices") }}
      />
      {page.results.length === 0 ? (
        <EmptyState
          icon={<FileText />}
          title={t("ownNone")}
          action={<LinkButton href="/espace/reserver">{t("book")}</LinkButton>}
        >
          {t("ownNoneHelp")}
        </EmptyState>
      ) : (
        <ChoiceList
          label={t("own")}
          items={page.results.map((one) => ({
            key: one.id,
            href: `/espace/devis/${one.id}`,
            title: t("of", { date: one.date_emission ? formatDate(one.date_emission, area.words) : "" }),
            description: (
              <>
                <bdi dir="ltr">{one.numero}</bdi>
                {one.statut === "envoye"
                  ? ` · ${t("until", { date: formatDate(one.valide_jusquau, area.words) })}`
                  : ""}
                <span className="mt-1.5 block">
                  <StatusBadge statut={one.statut} label={tStates(one.statut)} />
                </span>
              </>
            ),
            trailing: (
              <bdi className="text-lg font-semibold whitespace-nowrap tabular-nums">
                {area.money(one.total_ttc, one.devise)}
              </bdi>
            ),
          }))}
        />
      )}
      <Pagination previous={pageHref(page.previous)} next={pageHref(page.next)} />
    </>
  );
}
