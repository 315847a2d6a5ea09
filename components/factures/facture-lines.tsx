import { useTranslations } from "next-intl";
import type { FactureShape } from "@/lib/factures/schemas";
import { decimalToCents } from "@/lib/foundation/money";
import { formatDate, formatPercent, type Relative } from "@/lib/i18n/format";
import { hoursText } from "../prestations/visit-words";
import { type Column, DataTable } from "../ui/data-table";
import { TextLink } from "../ui/text-link";

type Line = FactureShape["lignes"][number] & { key: number };

/** The lines of an invoice as staff check them: each leads to its visit. */
export function FactureLines({
  lines,
  words,
  money,
}: {
  lines: FactureShape["lignes"];
  words: Relative;
  money: (amount: string) => string;
}) {
  const t = useTranslations("factures.file");
  const day = (date: string) => formatDate(date, { ...words, style: "medium" });
  const rates = new Set(lines.map(({ taux_tva }) => taux_tva));
  const vatColumn: Column<Line> = {
    key: "tva",
    header: t("vat"),
    align: "end",
    className: "whitespace-nowrap",
    cell: (line) => formatPercent(decimalToCents(line.taux_tva), words),
  };
  const columns: Column<Line>[] = [
    {
      key: "libelle",
      header: t("service"),
      primary: true,
      className: "md:font-normal",
      cell: (line) => line.libelle,
    },
    {
      key: "date",
      header: t("date"),
      className: "whitespace-nowrap",
      cell: (line) =>
        line.date && line.prestation_id ? (
          <TextLink href={`/gestion/visites/${line.prestation_id}`} prefetch={false}>
            {day(line.date)}
          </TextLink>
        ) : null,
    },
    {
      key: "quantite",
      header: t("quantity"),
      align: "end",
      className: "whitespace-nowrap",
      cell: (line) => (line.unite === "heure" ? hoursText(line.quantite, words) : t("lumpSum")),
    },
    {
      key: "prix",
      header: t("unitPrice"),
      align: "end",
      className: "whitespace-nowrap",
      cell: (line) => <bdi>{money(line.prix_unitaire_ttc)}</bdi>,
    },
    ...(rates.size > 1 ? [vatColumn] : []),
    {
      key: "total",
      header: t("total"),
      align: "end",
      className: "whitespace-nowrap",
      cell: (line) => <bdi className="font-semibold">{money(line.montant_ttc)}</bdi>,
    },
  ];
  return (
    <DataTable
      caption={t("lines")}
      columns={columns}
      rows={lines.map((line, key) => ({ ...line, key }))}
      rowKey={(line) => line.key}
      empty={<p className="text-ink-muted">{t("noLine")}</p>}
    />
  );
}
