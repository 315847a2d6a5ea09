import { FileDown } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { AgencyCard } from "@/components/client/agency-card";
import { InvoiceLines } from "@/components/client/invoice-lines";
import { InvoiceState } from "@/components/client/invoice-state";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { AnchorButton } from "@/components/ui/link-button";
import { Money } from "@/components/ui/money";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { SectionHeader } from "@/components/ui/section-header";
import { TextLink } from "@/components/ui/text-link";
import { load } from "@/lib/delivery/page";
import { readFacture } from "@/lib/factures/read-facture";
import type { FactureShape } from "@/lib/factures/schemas";
import { formatDate } from "@/lib/i18n/format";
import { getPathname } from "@/lib/i18n/navigation";
import { type ClientArea, clientArea } from "../../area";

export async function generateMetadata() {
  return { title: (await getTranslations("espace.invoices"))("one") };
}

/** One invoice: what it is for, what is left to pay, and the document itself. */
export default async function Invoice({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const area = await clientArea(`/espace/factures/${id}`);
  const [t, facture] = await Promise.all([getTranslations("espace.invoices"), load(readFacture, { id })]);
  const month = formatDate(`${facture.periode}-01`, { ...area.words, style: "monthYear" });
  const pdf = getPathname({ locale: area.words.locale, href: `/espace/factures/${facture.id}/pdf` });
  return (
    <>
      <PageHeader
        title={t(facture.type === "avoir" ? "avoirOf" : "invoiceOf", { month })}
        description={<bdi dir="ltr">{facture.numero}</bdi>}
        badge={<InvoiceState facture={facture} />}
        back={{ href: "/espace/factures", label: t("all") }}
        actions={
          facture.pdf ? (
            <AnchorButton href={pdf} target="_blank" variant="primary" icon={<FileDown aria-hidden />}>
              {t("download")}
            </AnchorButton>
          ) : null
        }
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(18rem,2fr)] lg:items-start">
        <div className="order-last space-y-8 lg:order-none">
          <section aria-labelledby="lignes">
            <SectionHeader id="lignes" title={t("lines")} />
            <InvoiceLines
              lines={facture.lignes}
              words={area.words}
              money={(amount) => area.money(amount, facture.devise)}
            />
          </section>
          {facture.type === "avoir" ? null : <Payments facture={facture} area={area} />}
        </div>
        <div className="space-y-6">
          <Amounts facture={facture} area={area} />
          <AgencyCard agence={area.agence} subject={t("subject", { number: facture.numero ?? "" })} />
        </div>
      </div>
    </>
  );
}

async function Amounts({ facture, area }: { facture: FactureShape; area: ClientArea }) {
  const t = await getTranslations("espace.invoices");
  const money = (amount: string) => area.money(amount, facture.devise);
  const isOpen = Number(facture.reste_a_payer) > 0;
  return (
    <Card as="section" className="space-y-4">
      {isOpen ? (
        <Money amount={money(facture.reste_a_payer)} label={t("left")} size="xl" />
      ) : (
        <Money amount={money(facture.total_ttc)} label={t("total")} size="xl" />
      )}
      {facture.echue && facture.echeance ? (
        <Notice tone="danger" title={t("late", { date: formatDate(facture.echeance, area.words) })}>
          {t("lateHelp")}
        </Notice>
      ) : null}
      <DefinitionList
        items={[
          { term: t("total"), value: <bdi className="tabular-nums">{money(facture.total_ttc)}</bdi> },
          { term: t("vat"), value: <bdi className="tabular-nums">{money(facture.total_tva)}</bdi> },
          ...(facture.date_emission
            ? [{ term: t("issued"), value: formatDate(facture.date_emission, area.words) }]
            : []),
          ...(facture.motif ? [{ term: t("reason"), value: <bdi>{facture.motif}</bdi> }] : []),
          ...(facture.facture_origine
            ? [{ term: t("corrects"), value: <Related {...facture.facture_origine} /> }]
            : []),
          ...(Number(facture.credite) > 0
            ? [
                {
                  term: t("credited"),
                  value: (
                    <>
                      <bdi className="tabular-nums">{money(facture.credite)}</bdi>
                      {facture.avoirs.map((one) => (
                        <span key={one.id} className="block text-sm">
                          <Related {...one} />
                        </span>
                      ))}
                    </>
                  ),
                },
              ]
            : []),
          ...(Number(facture.a_rembourser) > 0
            ? [{ term: t("toRefund"), value: <bdi>{money(facture.a_rembourser)}</bdi> }]
            : []),
          ...(facture.echeance && isOpen
            ? [{ term: t("dueDate"), value: formatDate(facture.echeance, area.words) }]
            : []),
        ]}
      />
      {isOpen ? <p className="text-sm text-ink-muted">{t("howToPay")}</p> : null}
    </Card>
  );
}

const Related = ({ id, numero }: { id: number; numero: string | null }) => (
  <TextLink href={`/espace/factures/${id}`}>
    <bdi dir="ltr">{numero}</bdi>
  </TextLink>
);

async function Payments({ facture, area }: { facture: FactureShape; area: ClientArea }) {
  const [t, tModes] = await Promise.all([
    getTranslations("espace.invoices"),
    getTranslations("states.modePaiement"),
  ]);
  return (
    <section aria-labelledby="paiements">
      <SectionHeader id="paiements" title={t("payments")} />
      {facture.paiements.length === 0 ? (
        <p className="text-ink-muted">{t("noPayment")}</p>
      ) : (
        <ul className="divide-y divide-line rounded-card border border-line bg-raised">
          {facture.paiements.map((one) => (
            <li key={one.id} className="flex items-baseline justify-between gap-4 px-4 py-3">
              <span>
                {formatDate(one.date, area.words)}
                <span className="block text-sm text-ink-muted">{tModes(one.mode)}</span>
              </span>
              <bdi className="font-semibold tabular-nums">{area.money(one.montant, one.devise)}</bdi>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
