import { formatRelativeDay, formatTimeRange, type Relative } from "@/lib/i18n/format";
import type { Prestation } from "@/lib/prestations/schemas";
import type { Reservation } from "@/lib/reservations/schemas";
import type { Column } from "../ui/data-table";
import { TextLink } from "../ui/text-link";
import { Expiry } from "./expiry";

type Labels = Record<"client" | "service" | "when" | "person" | "price" | "expires" | "nobody", string>;

/** The columns of a list of requests; the client leads to the request. */
export function requestColumns({
  words,
  money,
  isWaiting,
  labels,
}: {
  words: Relative;
  money: (amount: string, devise: string) => string;
  isWaiting: boolean;
  labels: Labels;
}): Column<Reservation>[] {
  const columns: Column<Reservation>[] = [
    {
      key: "client",
      header: labels.client,
      primary: true,
      cell: ({ id, prestation }) => (
        <TextLink href={`/gestion/demandes/${id}`} prefetch={false}>
          <bdi>{prestation.client.nom}</bdi>
        </TextLink>
      ),
    },
    { key: "service", header: labels.service, cell: ({ prestation }) => prestation.libelle },
    {
      key: "when",
      header: labels.when,
      cell: ({ prestation }) => <Moment visit={prestation} words={words} />,
    },
    {
      key: "person",
      header: labels.person,
      cell: ({ prestation: { intervenant } }) =>
        intervenant ? (
          <bdi>{`${intervenant.prenom} ${intervenant.nom}`.trim()}</bdi>
        ) : (
          <span className="font-medium text-warning-text">{labels.nobody}</span>
        ),
    },
    {
      key: "price",
      header: labels.price,
      align: "end",
      className: "whitespace-nowrap",
      cell: ({ prestation }) => money(prestation.prix_ttc, prestation.devise),
    },
  ];
  if (isWaiting)
    columns.push({
      key: "expires",
      header: labels.expires,
      cell: ({ expire_le }) => <Expiry until={new Date(expire_le)} words={words} isShort />,
    });
  return columns;
}

/** The day over the hours, so that rows stay low and the eye compares days. */
function Moment({ visit, words }: { visit: Prestation; words: Relative }) {
  const zoned = { ...words, timeZone: visit.fuseau };
  const start = new Date(visit.date);
  return (
    <>
      <span className="block">{formatRelativeDay(start, { ...zoned, capitalised: true })}</span>
      <span className="block whitespace-nowrap text-ink-muted tabular-nums">
        {formatTimeRange(start, new Date(visit.fin), zoned)}
      </span>
    </>
  );
}
