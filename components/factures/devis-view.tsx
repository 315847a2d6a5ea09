import { useTranslations } from "next-intl";
import type { DevisShape } from "@/lib/factures/schemas-devis";
import { decimalToCents } from "@/lib/foundation/money";
import { formatDate, formatPercent, type Relative } from "@/lib/i18n/format";
import { hoursText } from "../prestations/visit-words";
import { Card } from "../ui/card";
import { type Column, DataTable } from "../ui/data-table";
import { DefinitionList } from "../ui/definition-list";
import { Money } from "../ui/money";

type Line = DevisShape["lignes"][number];
type Part = { devis: DevisShape; words: Relative; money: (amount: string) => string };

/** What a quote offers, line by line. */
export function DevisLines({ devis, words, money }: Part) {
  const t = useTranslations("factures.quote");
  const columns: Column<Line>[] = [
    {
      key: "libelle",
      header: t("service"),
      primary: true,
      cell: (line) => (
        <>
          {line.libelle}
          <span className="block text-sm font-normal text-ink-muted">
            {t("rhythm", {
              hours: hoursText(line.duree, words),
              times: line.fois,
              every: t(`every.${line.frequence}`),
            })}
          </span>
        </>
      ),
    },
    { key: "heures", header: t("hours"), align: "end", cell: (line) => hoursText(line.heures, words) },
    {
      key: "prix",
      header: t("price"),
      align: "end",
      cell: (line) => <bdi>{money(line.prix_horaire_ttc)}</bdi>,
    },
    {
      key: "total",
      header: t("amount"),
      align: "end",
      cell: (line) => <bdi className="font-semibold">{money(line.montant_ttc)}</bdi>,
    },
  ];
  return (
    <DataTable caption={t("lines")} columns={columns} rows={devis.lignes} rowKey={(line) => line.rang} />
  );
}

/** What a quote comes to, until when it holds, and the indicative tax credit apart. */
export function DevisAmounts({ devis, words, money }: Part) {
  const t = useTranslations("factures.quote");
  const isMonthly = devis.lignes.some(({ frequence }) => frequence !== "ponctuel");
  const credit = devis.credit_impot;
  return (
    <Card as="section" className="space-y-4">
      <Money amount={money(devis.total_ttc)} label={t(isMonthly ? "totalMonth" : "total")} size="xl" />
      <DefinitionList
        items={[
          { term: t("net"), value: <bdi>{money(devis.total_ht)}</bdi> },
          { term: t("vat"), value: <bdi>{money(devis.total_tva)}</bdi> },
          { term: t("validUntil"), value: formatDate(devis.valide_jusquau, words) },
        ]}
      />
      {credit ? (
        <p className="text-sm text-ink-muted">
          {t("credit", {
            rate: formatPercent(decimalToCents(credit.taux), words),
            amount: money(credit.montant),
          })}
        </p>
      ) : null}
      {devis.motif_refus ? (
        <p className="break-words">
          <bdi>{devis.motif_refus}</bdi>
        </p>
      ) : null}
    </Card>
  );
}
