import { FileDown, FileText, ReceiptText } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { InvoiceState } from "@/components/client/invoice-state";
import { ChoiceList } from "@/components/ui/choice-list";
import { EmptyState } from "@/components/ui/empty-state";
import { AnchorButton, LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { load, searchInput } from "@/lib/delivery/page";
import { listAttestations } from "@/lib/factures/list-attestations";
import { listFactures } from "@/lib/factures/list-factures";
import type { FactureSummary } from "@/lib/factures/schemas";
import { formatDate } from "@/lib/i18n/format";
import { type ClientArea, clientArea } from "../area";

export async function generateMetadata() {
  return { title: (await getTranslations("espace.invoices"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };
const PAGE = 12;

/** The client's invoices, latest first: which month, how much, what is left, until when. */
export default async function Invoices({ searchParams }: Props) {
  const area = await clientArea("/espace/factures");
  const { cursor } = searchInput(await searchParams);
  // The certificate of a year is given once it is over.
  const annee = area.words.now.getUTCFullYear() - 1;
  const [t, tQuotes, page, certificates] = await Promise.all([
    getTranslations("espace.invoices"),
    getTranslations("factures.quote"),
    load(listFactures, { limit: PAGE, cursor }),
    load(listAttestations, { annee, limit: 1 }),
  ]);
  const pageHref = (to: string | null) =>
    to ? `/espace/factures?${new URLSearchParams({ cursor: to })}` : null;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("lead")}
        actions={
          <>
            <LinkButton href="/espace/devis" icon={<FileText aria-hidden />}>
              {tQuotes("own")}
            </LinkButton>
            {certificates.results.length > 0 ? (
              <AnchorButton
                href={`/${area.words.locale}/espace/factures/attestations/${annee}`}
                target="_blank"
                icon={<FileDown aria-hidden />}
              >
                {t("certificate", { year: String(annee) })}
              </AnchorButton>
            ) : null}
          </>
        }
      />
      {page.results.length === 0 ? (
        <EmptyState icon={<ReceiptText />} title={t("none")}>
          {t("noneHelp")}
        </EmptyState>
      ) : (
        <ChoiceList
          label={t("title")}
          items={await Promise.all(page.results.map((one) => choiceOf(one, area)))}
        />
      )}
      <Pagination previous={pageHref(page.previous)} next={pageHref(page.next)} />
    </>
  );
}

async function choiceOf(one: FactureSummary, area: ClientArea) {
  const t = await getTranslations("espace.invoices");
  const month = formatDate(`${one.periode}-01`, { ...area.words, style: "monthYear" });
  return {
    key: one.id,
    href: `/espace/factures/${one.id}`,
    title: t(one.type === "avoir" ? "avoirOf" : "invoiceOf", { month }),
    description: (
      <>
        <bdi dir="ltr">{one.numero}</bdi>
        {dueText(one, area, t)}
        <span className="mt-1.5 block">
          <InvoiceState facture={one} />
        </span>
      </>
    ),
    trailing: (
      <bdi className="text-lg font-semibold whitespace-nowrap tabular-nums">
        {area.money(one.total_ttc, one.devise)}
      </bdi>
    ),
  };
}

type Words = Awaited<ReturnType<typeof getTranslations<"espace.invoices">>>;

function dueText(one: FactureSummary, area: ClientArea, t: Words): string {
  if (Number(one.reste_a_payer) <= 0 || !one.echeance) return "";
  const due = t("due", {
    amount: area.money(one.reste_a_payer, one.devise),
    date: formatDate(one.echeance, area.words),
  });
  return ` · ${due}`;
}
