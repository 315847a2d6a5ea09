import type { Relative } from "@/lib/i18n/format";
import type { Prestation } from "@/lib/prestations/schemas";
import { VisitState } from "../prestations/visit-state";
import { hoursText, visitWhen } from "../prestations/visit-words";
import type { Column } from "../ui/data-table";
import { TextLink } from "../ui/text-link";

type Words = Record<"when" | "client" | "service" | "person" | "state" | "price" | "nobody", string>;

/** The columns of a list of visits; the moment leads to the visit. */
export function visitColumns({
  words,
  money,
  tables,
}: {
  words: Relative;
  money: (amount: string, devise: string) => string;
  tables: Words;
}): Column<Prestation>[] {
  return [
    {
      key: "date",
      header: tables.when,
      primary: true,
      sortKey: "date",
      className: "whitespace-nowrap",
      cell: (visit) => (
        <TextLink href={`/gestion/visites/${visit.id}`} prefetch={false} className="tabular-nums">
          {visitWhen(visit, { ...words, capitalised: true })}
        </TextLink>
      ),
    },
    {
      key: "client",
      header: tables.client,
      className: "md:whitespace-nowrap",
      cell: (visit) => (
        <TextLink href={`/gestion/clients/${visit.client_id}`} prefetch={false}>
          <bdi>{visit.client.nom}</bdi>
        </TextLink>
      ),
    },
    {
      key: "service",
      header: tables.service,
      cell: (visit) => (
        <>
          {visit.libelle}
          <span className="text-ink-muted"> · {hoursText(visit.duree, words)}</span>
        </>
      ),
    },
    {
      key: "person",
      header: tables.person,
      className: "md:whitespace-nowrap",
      cell: ({ intervenant }) =>
        intervenant ? (
          <bdi>{`${intervenant.prenom} ${intervenant.nom}`.trim()}</bdi>
        ) : (
          <span className="font-medium text-warning-text">{tables.nobody}</span>
        ),
    },
    { key: "state", header: tables.state, cell: (visit) => <VisitState visit={visit} /> },
    {
      key: "price",
      header: tables.price,
      align: "end",
      className: "whitespace-nowrap",
      cell: (visit) => money(visit.prix_ttc, visit.devise),
    },
  ];
}
