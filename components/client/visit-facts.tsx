import { useTranslations } from "next-intl";
import { formatDate, formatTimeRange, type Relative } from "@/lib/i18n/format";
import type { Serie } from "@/lib/plannings/series/schemas";
import type { Prestation } from "@/lib/prestations/schemas";
import { Place } from "../prestations/place";
import { hoursText } from "../prestations/visit-words";
import { Avatar } from "../ui/avatar";
import { type Definition, DefinitionList } from "../ui/definition-list";

/** Everything a client may want to know of a visit, in plain words. */
export function VisitFacts({
  visit,
  words,
  serie,
}: {
  visit: Prestation;
  words: Omit<Relative, "timeZone">;
  /** The series that it belongs to. */
  serie: Pick<Serie, "en_clair"> | null;
}) {
  const t = useTranslations("prestations.detail");
  const tSerie = useTranslations("series.part");
  const zoned = { ...words, timeZone: visit.fuseau };
  const start = new Date(visit.date);
  const person = visit.intervenant;
  const items: (Definition | null)[] = [
    {
      term: t("date"),
      value: (
        <span className="block first-letter:uppercase">{formatDate(start, { ...zoned, style: "full" })}</span>
      ),
    },
    {
      term: t("time"),
      value: (
        <span className="tabular-nums">
          {formatTimeRange(start, new Date(visit.fin), zoned)} ({hoursText(visit.duree, words)})
        </span>
      ),
    },
    {
      term: t("who"),
      value: person ? (
        <span className="flex items-center gap-3">
          <Avatar name={`${person.prenom} ${person.nom}`} size="md" />
          <bdi>{`${person.prenom} ${person.nom}`.trim()}</bdi>
        </span>
      ) : (
        t("nobodyYet")
      ),
    },
    serie ? { term: tSerie("of"), value: serie.en_clair } : null,
    visit.adresse ? { term: t("where"), value: <Place place={visit.adresse} /> } : null,
    visit.instructions
      ? { term: t("instructions"), value: <bdi className="whitespace-pre-line">{visit.instructions}</bdi> }
      : null,
    { term: t("number"), value: <bdi dir="ltr">{visit.id}</bdi> },
  ];
  return (
    <section aria-label={t("facts")}>
      <DefinitionList items={items.filter((item) => item !== null)} />
    </section>
  );
}
