import { useTranslations } from "next-intl";
import type { FactureShape } from "@/lib/factures/schemas";
import { formatDate, type Relative } from "@/lib/i18n/format";
import { hoursText } from "../prestations/visit-words";
import { type Column, DataTable } from "../ui/data-table";

type Line = FactureShape["lignes"][number] & { key: number };

/** What an invoice is for: one visit a line; cards on a phone. */
export function InvoiceLines({
  lines,
  words,
  money,
}: {
  lines: FactureShape["lignes"];
  words: Omit<Relative, "timeZone">;
  money: (amount: string) => string;
}) {
  const t = useTranslations("espace.invoices");
  const columns: Column<Line>[] = [
    { key: "libelle", header: t("service"), primary: true, cell: (line) => line.libelle },
    {
      key: "date",
      header: t("date"),
      cell: (line) => (line.date ? formatDate(line.date, { ...words, style: "medium" }) : ""),
    },
    {
      key: "quantite",
      header: t("quantity"),
      align: "end",
      cell: (line) => (line.unite === "heure" ? hoursText(line.quantite, words) : t("lumpSum")),
    },
    {
      key: "prix",
      header: t("unitPrice"),
      align: "end",
      cell: (line) => <bdi>{money(line.prix_unitaire_ttc)}</bdi>,
    },
    { key: "total", header: t("total"), align: "end", cell: (line) => <bdi>{money(line.montant_ttc)}</bdi> },
  ];
  return (
    <DataTable
      caption={t("lines")}
      columns={columns}
      rows={lines.map((line, key) => ({ ...line, key }))}
      rowKey={(line) => line.key}
    />
  );
}
