import { useTranslations } from "next-intl";
import { formatDate, type Relative } from "@/lib/i18n/format";
import type { Serie } from "@/lib/plannings/series/schemas";
import { hoursText } from "../prestations/visit-words";
import { type Definition, DefinitionList } from "../ui/definition-list";
import { TextLink } from "../ui/text-link";

/** What a series says of its visits, besides the rule. */
export function SerieFacts({ serie, words }: { serie: Serie; words: Relative }) {
  const t = useTranslations("series.one");
  const tCreate = useTranslations("series.create");
  const day = (text: string) => formatDate(text, { ...words, style: "long" });
  const who = serie.intervenant;
  const items: (Definition | null)[] = [
    {
      term: t("client"),
      value: (
        <TextLink href={`/gestion/clients/${serie.client_id}`}>
          <bdi>{serie.client.nom}</bdi>
        </TextLink>
      ),
    },
    { term: t("service"), value: `${serie.libelle} · ${hoursText(serie.duree, words)}` },
    {
      term: t("person"),
      value: who ? (
        <TextLink href={`/gestion/intervenants/${who.id}`}>
          <bdi>{`${who.prenom} ${who.nom}`.trim()}</bdi>
        </TextLink>
      ) : (
        <span className="font-medium text-warning-text">{tCreate("nobody")}</span>
      ),
    },
    { term: t("since"), value: day(serie.premier_jour) },
    serie.dernier_jour ? { term: t("last"), value: day(serie.dernier_jour) } : null,
    serie.arret ? { term: t("stoppedFrom"), value: day(serie.arret.du) } : null,
    { term: t("holidays"), value: tCreate(`policy.${serie.jours_feries}`) },
    serie.exceptions.length > 0
      ? { term: t("exceptions"), value: serie.exceptions.map(day).join(" · ") }
      : null,
    serie.generee_jusquau ? { term: t("madeUntil"), value: day(serie.generee_jusquau) } : null,
    serie.instructions
      ? { term: t("instructions"), value: <p className="whitespace-pre-line">{serie.instructions}</p> }
      : null,
    serie.derogation ? { term: t("override"), value: <bdi>{serie.derogation}</bdi> } : null,
  ];
  return <DefinitionList columns={2} items={items.filter((item) => item !== null)} />;
}
