import type { FactureSummary } from "@/lib/factures/schemas";
import { formatDate, type Relative } from "@/lib/i18n/format";
import { InvoiceState } from "../client/invoice-state";
import type { Column } from "../ui/data-table";
import { TextLink } from "../ui/text-link";
import { ChoiceCell } from "./choice-cell";

export type FactureHeaders = Record<
  "number" | "draft" | "client" | "month" | "prepared" | "issued" | "due" | "total" | "left" | "state",
  string
>;

type Options = {
  words: Relative;
  money: (amount: string, devise: string) => string;
  headers: FactureHeaders;
  /** Left out where all are one client's. */
  withClient?: boolean;
};

/** An invoice on one line; its number (or month, for a draft) leads to it. */
export function factureColumns({
  words,
  money,
  headers,
  withClient = true,
}: Options): Column<FactureSummary>[] {
  const month = (one: FactureSummary) => formatDate(`${one.periode}-01`, { ...words, style: "monthYear" });
  const day = (date: string | null) => (date ? formatDate(date, { ...words, style: "medium" }) : "");
  return [
    {
      key: "numero",
      header: headers.number,
      primary: true,
      className: "whitespace-nowrap",
      cell: (one) => (
        <TextLink href={`/gestion/factures/${one.id}`} prefetch={false}>
          {one.numero ? <bdi dir="ltr">{one.numero}</bdi> : headers.draft}
          {one.numero ? null : <span className="sr-only"> {`${one.client_nom}, ${month(one)}`}</span>}
        </TextLink>
      ),
    },
    ...(withClient ? [clientColumn(headers.client)] : []),
    {
      key: "periode",
      header: headers.month,
      className: withClient ? "whitespace-nowrap" : undefined,
      cell: month,
    },
    ...(withClient ? [issuedColumn(headers.issued, day)] : []),
    {
      key: "echeance",
      header: headers.due,
      className: "whitespace-nowrap",
      cell: (one) => (
        <span className={one.echue ? "font-semibold text-danger-text" : undefined}>
          {one.type === "avoir" ? "" : day(one.echeance)}
        </span>
      ),
    },
    { key: "statut", header: headers.state, cell: (one) => <InvoiceState facture={one} /> },
    ...(withClient ? amountColumns({ headers, money }) : [amountColumn({ headers, money })]),
  ];
}

/** Drafts: whose and for which month; they have no number, no dates and nothing is owed on them. */
export function draftColumns({
  words,
  money,
  headers,
  choose,
}: Omit<Options, "withClient"> & { choose: (one: FactureSummary) => string }): Column<FactureSummary>[] {
  const [total] = amountColumns({ headers, money });
  return [
    {
      key: "client",
      header: headers.client,
      primary: true,
      className: "md:py-0",
      cell: (one) => (
        <ChoiceCell id={one.id} label={choose(one)}>
          <TextLink href={`/gestion/factures/${one.id}`} prefetch={false}>
            <bdi>{one.client_nom}</bdi>
          </TextLink>
        </ChoiceCell>
      ),
    },
    {
      key: "periode",
      header: headers.month,
      cell: (one) => formatDate(`${one.periode}-01`, { ...words, style: "monthYear" }),
    },
    {
      key: "prepare",
      header: headers.prepared,
      desktopOnly: true,
      cell: (one) => formatDate(new Date(one.modifie_le), { ...words, style: "medium" }),
    },
    ...(total ? [total] : []),
  ];
}

const clientColumn = (header: string): Column<FactureSummary> => ({
  key: "client",
  header,
  cell: (one) => (
    <TextLink href={`/gestion/clients/${one.client_id}`} prefetch={false} className="font-normal">
      <bdi>{one.client_nom}</bdi>
    </TextLink>
  ),
});

const issuedColumn = (header: string, day: (date: string | null) => string): Column<FactureSummary> => ({
  key: "emission",
  header,
  desktopOnly: true,
  className: "whitespace-nowrap",
  cell: (one) => day(one.date_emission),
});

type Amounts = Pick<Options, "headers" | "money">;
const isOwed = ({ type, statut }: FactureSummary) =>
  type === "facture" && (statut === "emise" || statut === "partiellement_payee");

const amountColumns = ({ headers, money }: Amounts): Column<FactureSummary>[] => [
  {
    key: "total",
    header: headers.total,
    align: "end",
    className: "whitespace-nowrap",
    cell: (one) => <bdi>{money(one.total_ttc, one.devise)}</bdi>,
  },
  {
    key: "reste",
    header: headers.left,
    align: "end",
    className: "whitespace-nowrap",
    cell: (one) => (isOwed(one) ? <bdi>{money(one.reste_a_payer, one.devise)}</bdi> : ""),
  },
];

/** Total and what is left of it in one narrow column. */
const amountColumn = ({ headers, money }: Amounts): Column<FactureSummary> => ({
  key: "total",
  header: headers.total,
  align: "end",
  cell: (one) => (
    <>
      <bdi className="whitespace-nowrap">{money(one.total_ttc, one.devise)}</bdi>
      {one.statut === "partiellement_payee" ? (
        <span className="block text-sm text-ink-muted">
          {headers.left} <bdi className="whitespace-nowrap">{money(one.reste_a_payer, one.devise)}</bdi>
        </span>
      ) : null}
    </>
  ),
});
