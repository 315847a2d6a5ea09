import { type Column, DataTable } from "@/components/ui/data-table";
import type { Language } from "@/lib/i18n/format";
import type { LigneRapport, Rapport } from "@/lib/rapports/schemas-rapport";
import { valueText } from "./values";

type Row = LigneRapport & { key: string; isTotal: boolean };

/** The figures, every one of them, with their totals by currency. */
export function ReportTable({
  rapport,
  caption,
  group,
  words,
}: {
  rapport: Rapport;
  caption: string;
  /** What a row is: "Client". */
  group: string;
  words: Language;
}) {
  const rowsOf = (lignes: LigneRapport[], kind: string): Row[] =>
    lignes.map((ligne, index) => ({ ...ligne, key: `${kind}${index}`, isTotal: kind === "total" }));
  const rows = [
    ...rowsOf(rapport.lignes, "ligne"),
    ...rowsOf(rapport.autres, "autre"),
    ...rowsOf(rapport.totaux, "total"),
  ];
  const strong = (row: Row, text: string) => (row.isTotal ? <strong>{text}</strong> : text);
  const columns: Column<Row>[] = [
    { key: "libelle", header: group, primary: true, cell: (row) => <bdi>{strong(row, row.libelle)}</bdi> },
    ...rapport.colonnes.map(
      (colonne): Column<Row> => ({
        key: colonne.code,
        header: colonne.libelle,
        align: "end",
        cell: (row) => (
          <span className="whitespace-nowrap">{strong(row, valueText(colonne, row, words))}</span>
        ),
      }),
    ),
  ];
  return <DataTable caption={caption} columns={columns} rows={rows} rowKey={({ key }) => key} />;
}
