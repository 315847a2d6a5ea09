import type { Relative } from "@/lib/i18n/format";
import type { Serie } from "@/lib/plannings/series/schemas";
import { hoursText } from "../prestations/visit-words";
import type { Column } from "../ui/data-table";
import { TextLink } from "../ui/text-link";
import { SerieState } from "./serie-state";

type Words = Record<"rule" | "client" | "service" | "person" | "state" | "nobody", string>;

/** The columns of a list of series; the rule in plain words leads to the series. */
export function serieColumns({
  words,
  area,
  stateOf,
}: {
  words: Words;
  area: Relative;
  stateOf: (statut: Serie["statut"]) => string;
}): Column<Serie>[] {
  return [
    {
      key: "rule",
      header: words.rule,
      primary: true,
      cell: (serie) => (
        <TextLink href={`/gestion/series/${serie.id}`} prefetch={false}>
          {serie.en_clair}
        </TextLink>
      ),
    },
    {
      key: "client",
      header: words.client,
      cell: (serie) => (
        <TextLink href={`/gestion/clients/${serie.client_id}`} prefetch={false}>
          <bdi>{serie.client.nom}</bdi>
        </TextLink>
      ),
    },
    {
      key: "service",
      header: words.service,
      cell: (serie) => (
        <>
          {serie.libelle}
          <span className="text-ink-muted"> · {hoursText(serie.duree, area)}</span>
        </>
      ),
    },
    {
      key: "person",
      header: words.person,
      cell: ({ intervenant }) =>
        intervenant ? (
          <bdi>{`${intervenant.prenom} ${intervenant.nom}`.trim()}</bdi>
        ) : (
          <span className="font-medium text-warning-text">{words.nobody}</span>
        ),
    },
    {
      key: "state",
      header: words.state,
      cell: ({ statut }) => <SerieState statut={statut} label={stateOf(statut)} />,
    },
  ];
}
