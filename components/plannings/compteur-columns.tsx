import { OctagonX } from "lucide-react";
import { formatDate, formatHours, type Relative } from "@/lib/i18n/format";
import type { CompteurShape } from "@/lib/plannings/compteurs/schemas";
import { Badge } from "../ui/badge";
import type { Column } from "../ui/data-table";
import { TextLink } from "../ui/text-link";

type Key = "person" | "period" | "planned" | "worked" | "due" | "difference" | "extra" | "over";
type Words = Record<Key, string> & {
  travel: (hours: string) => string;
  complementary: (hours: string, limit: string) => string;
  overtime: (hours: string) => string;
};

/** Counters as a table; `by`: a line is a person, or a period of one person. */
export function compteurColumns(
  by: "person" | "period",
  { words, area, hrefOf }: { words: Words; area: Relative; hrefOf?: (id: number) => string },
): Column<CompteurShape>[] {
  const hours = (minutes: number) => formatHours(minutes, area);
  const name = (one: CompteurShape) =>
    hrefOf ? (
      <TextLink href={hrefOf(one.intervenant_id)}>
        <bdi>{one.nom}</bdi>
      </TextLink>
    ) : (
      <bdi>{one.nom}</bdi>
    );
  const period = ({ du, au }: CompteurShape) =>
    du === au ? formatDate(du, area) : `${formatDate(du, area)} – ${formatDate(au, area)}`;
  return [
    {
      key: "qui",
      header: words[by],
      primary: true,
      cell: (one) => (by === "person" ? name(one) : period(one)),
    },
    {
      key: "prevu",
      header: words.planned,
      align: "end",
      cell: (one) => (
        <span className="block tabular-nums">
          {hours(one.prevu_min)}
          {one.trajet_min > 0 ? (
            <span className="block text-ink-muted text-sm">{words.travel(hours(one.trajet_min))}</span>
          ) : null}
        </span>
      ),
    },
    {
      key: "travaille",
      header: words.worked,
      align: "end",
      cell: (one) => <span className="tabular-nums">{hours(one.travaille_min)}</span>,
    },
    {
      key: "contrat",
      header: words.due,
      align: "end",
      cell: (one) => (
        <span className="tabular-nums">{one.contrat_min === null ? "–" : hours(one.contrat_min)}</span>
      ),
    },
    {
      key: "ecart",
      header: words.difference,
      align: "end",
      cell: ({ difference_min: by }) => (
        <span className="tabular-nums" dir="ltr">
          {by === null ? "–" : `${by > 0 ? "+" : ""}${hours(by)}`}
        </span>
      ),
    },
    {
      key: "plus",
      header: words.extra,
      cell: (one) => (
        <span className="block space-y-1">
          {one.complementaires_min > 0 ? (
            <span className="block">
              {words.complementary(hours(one.complementaires_min), hours(one.complementaires_max_min ?? 0))}
            </span>
          ) : null}
          {one.supplementaires_min > 0 ? (
            <span className="block">{words.overtime(hours(one.supplementaires_min))}</span>
          ) : null}
          {one.depasse ? (
            <Badge tone="danger" icon={<OctagonX aria-hidden />}>
              {words.over}
            </Badge>
          ) : null}
        </span>
      ),
    },
  ];
}
