import { formatRelativeDay, formatTimeRange, type Relative } from "@/lib/i18n/format";
import type { Prestation } from "@/lib/prestations/schemas";
import { VisitState } from "../prestations/visit-state";
import { hoursText } from "../prestations/visit-words";
import type { Column } from "../ui/data-table";
import { TextLink } from "../ui/text-link";

type Headers = Record<"when" | "service" | "person" | "state" | "price" | "nobody", string>;

/** The visits of one client; the moment leads to the visit. */
export function clientVisitColumns({
  words,
  money,
  headers,
}: {
  words: Relative;
  money: (amount: string, devise: string) => string;
  headers: Headers;
}): Column<Prestation>[] {
  return [
    {
      key: "date",
      header: headers.when,
      primary: true,
      cell: (visit) => (
        <TextLink href={`/gestion/visites/${visit.id}`} prefetch={false}>
          <Moment visit={visit} words={words} />
        </TextLink>
      ),
    },
    {
      key: "service",
      header: headers.service,
      cell: (visit) => (
        <>
          {visit.libelle}
          <span className="whitespace-nowrap text-ink-muted"> · {hoursText(visit.duree, words)}</span>
        </>
      ),
    },
    {
      key: "person",
      header: headers.person,
      cell: ({ intervenant }) =>
        intervenant ? (
          <TextLink href={`/gestion/intervenants/${intervenant.id}`} prefetch={false}>
            <bdi>{`${intervenant.prenom} ${intervenant.nom}`.trim()}</bdi>
          </TextLink>
        ) : (
          <span className="font-medium text-warning-text">{headers.nobody}</span>
        ),
    },
    { key: "state", header: headers.state, cell: (visit) => <VisitState visit={visit} /> },
    {
      key: "price",
      header: headers.price,
      align: "end",
      className: "whitespace-nowrap",
      cell: (visit) => money(visit.prix_ttc, visit.devise),
    },
  ];
}

/** Day and hours, each kept on one line. */
export function Moment({ visit, words }: { visit: Prestation; words: Relative }) {
  const zoned = { ...words, timeZone: visit.fuseau };
  const start = new Date(visit.date);
  return (
    <>
      <span className="whitespace-nowrap">{formatRelativeDay(start, { ...zoned, capitalised: true })}</span>{" "}
      <span className="whitespace-nowrap tabular-nums">
        {formatTimeRange(start, new Date(visit.fin), zoned)}
      </span>
    </>
  );
}
