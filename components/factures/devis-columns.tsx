import type { DevisSummary } from "@/lib/factures/schemas-devis";
import { formatDate, type Relative } from "@/lib/i18n/format";
import type { Column } from "../ui/data-table";
import { StatusBadge } from "../ui/status-badge";
import { TextLink } from "../ui/text-link";

type Headers = Record<"number" | "draft" | "client" | "sent" | "until" | "state" | "total", string>;

/** A quote on one line; its number, or the word for a draft, leads to it. */
export function devisColumns({
  words,
  money,
  headers,
  stateOf,
}: {
  words: Relative;
  money: (amount: string, devise: string) => string;
  headers: Headers;
  stateOf: (statut: DevisSummary["statut"]) => string;
}): Column<DevisSummary>[] {
  const day = (date: string | null) => (date ? formatDate(date, { ...words, style: "medium" }) : "");
  return [
    {
      key: "numero",
      header: headers.number,
      primary: true,
      className: "whitespace-nowrap",
      cell: (one) => (
        <TextLink href={`/gestion/devis/${one.id}`} prefetch={false}>
          {one.numero ? <bdi dir="ltr">{one.numero}</bdi> : headers.draft}
          {one.numero ? null : <span className="sr-only"> {one.client_nom}</span>}
        </TextLink>
      ),
    },
    {
      key: "client",
      header: headers.client,
      cell: (one) => (
        <TextLink href={`/gestion/clients/${one.client_id}`} prefetch={false}>
          <bdi>{one.client_nom}</bdi>
        </TextLink>
      ),
    },
    {
      key: "envoi",
      header: headers.sent,
      className: "whitespace-nowrap",
      cell: (one) => day(one.date_emission),
    },
    {
      key: "valide",
      header: headers.until,
      className: "whitespace-nowrap",
      cell: (one) => day(one.valide_jusquau),
    },
    {
      key: "statut",
      header: headers.state,
      cell: (one) => <StatusBadge statut={one.statut} label={stateOf(one.statut)} />,
    },
    {
      key: "total",
      header: headers.total,
      align: "end",
      cell: (one) => <bdi className="font-semibold">{money(one.total_ttc, one.devise)}</bdi>,
    },
  ];
}
