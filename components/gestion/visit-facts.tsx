import { Phone } from "lucide-react";
import { useTranslations } from "next-intl";
import { formatDate, formatTimeRange, type Relative } from "@/lib/i18n/format";
import type { Serie } from "@/lib/plannings/series/schemas";
import type { Prestation } from "@/lib/prestations/schemas";
import { Place } from "../prestations/place";
import { hoursText } from "../prestations/visit-words";
import { type Definition, DefinitionList } from "../ui/definition-list";
import { TextLink } from "../ui/text-link";

/** Everything staff need to know of a visit, with the numbers to call. */
export function VisitFacts({
  visit,
  words,
  price,
  serie,
}: {
  visit: Prestation;
  words: Relative;
  price: string;
  /** The series that it belongs to. */
  serie?: Pick<Serie, "id" | "en_clair"> | null;
}) {
  const t = useTranslations("plannings.visit");
  const tSerie = useTranslations("series.part");
  const zoned = { ...words, timeZone: visit.fuseau };
  const start = new Date(visit.date);
  const who = visit.intervenant;
  const items: (Definition | null)[] = [
    {
      term: t("when"),
      value: (
        <>
          <span className="block first-letter:uppercase">
            {formatDate(start, { ...zoned, style: "full" })}
          </span>
          <span className="tabular-nums">
            {formatTimeRange(start, new Date(visit.fin), zoned)} ({hoursText(visit.duree, words)})
          </span>
        </>
      ),
    },
    {
      term: t("client"),
      value: (
        <>
          <TextLink href={`/gestion/clients/${visit.client_id}`}>
            <bdi>{visit.client.nom}</bdi>
          </TextLink>
          <Tel number={visit.client.telephone} />
        </>
      ),
    },
    {
      term: t("person"),
      value: who ? (
        <>
          <TextLink href={`/gestion/intervenants/${who.id}`}>
            <bdi>{`${who.prenom} ${who.nom}`.trim()}</bdi>
          </TextLink>
          <Tel number={who.telephone} />
        </>
      ) : (
        <span className="font-medium text-warning-text">{t("nobody")}</span>
      ),
    },
    { term: t("service"), value: visit.libelle },
    serie
      ? {
          term: tSerie("of"),
          value: <TextLink href={`/gestion/series/${serie.id}`}>{serie.en_clair}</TextLink>,
        }
      : null,
    visit.adresse
      ? {
          term: t("where"),
          value: (
            <>
              <Place place={visit.adresse} />
              {visit.adresse.acces ? (
                <span className="block text-ink-muted">{t("access", { text: visit.adresse.acces })}</span>
              ) : null}
            </>
          ),
        }
      : null,
    { term: t("price"), value: <span className="tabular-nums">{price}</span> },
    visit.instructions ? { term: t("instructions"), value: <Text text={visit.instructions} /> } : null,
    visit.note_intervenant ? { term: t("note"), value: <Text text={visit.note_intervenant} /> } : null,
    visit.derogation ? { term: t("override"), value: <Text text={visit.derogation} /> } : null,
    { term: t("number"), value: <bdi dir="ltr">{visit.id}</bdi> },
  ];
  return <DefinitionList items={items.filter((item) => item !== null)} />;
}

const Text = ({ text }: { text: string }) => <p className="whitespace-pre-line">{text}</p>;

function Tel({ number }: { number: string | null }) {
  if (!number) return null;
  return (
    <a
      href={`tel:${number.replace(/[^+\d]/g, "")}`}
      className="flex min-h-11 w-fit items-center gap-1.5 text-ink-muted hover:text-accent-text"
    >
      <Phone aria-hidden className="size-4" />
      <bdi dir="ltr">{number}</bdi>
    </a>
  );
}
