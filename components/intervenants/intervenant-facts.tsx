import { useTranslations } from "next-intl";
import { formatDate, formatHours, formatList, type Language } from "@/lib/i18n/format";
import type { IntervenantShape } from "@/lib/intervenants/schemas";
import { EmailLink, PhoneLink } from "../clients/contact-links";
import { DefinitionList } from "../ui/definition-list";

/** How to reach a person, their contract, and where they work. */
export function IntervenantFacts({ person, words }: { person: IntervenantShape; words: Language }) {
  const t = useTranslations("intervenants.gestion.file");
  const tCommon = useTranslations("common");
  const tContracts = useTranslations("states.contrat");
  const none = <span className="text-ink-muted">{tCommon("words.notGiven")}</span>;
  return (
    <DefinitionList
      items={[
        {
          term: tCommon("fields.phone"),
          value: person.telephone ? <PhoneLink phone={person.telephone} /> : none,
        },
        { term: tCommon("fields.email"), value: person.email ? <EmailLink email={person.email} /> : none },
        { term: t("number"), value: <bdi dir="ltr">{person.matricule}</bdi> },
        {
          term: t("contract"),
          value: (
            <>
              {tContracts(person.contrat.type)}
              <span className="block text-ink-muted">
                {t("perWeek", { hours: formatHours(Math.round(person.contrat.heures_semaine * 60), words) })}
              </span>
            </>
          ),
        },
        { term: t("hiredOn"), value: person.embauche_le ? formatDate(person.embauche_le, words) : none },
        {
          term: t("languages"),
          value: formatList(
            person.langues.map((code) => tCommon(`langues.${code}`)),
            words,
          ),
        },
        { term: t("sector"), value: person.secteur ? <bdi>{person.secteur}</bdi> : none },
        {
          term: t("postalCodes"),
          value:
            person.secteurs.length > 0 ? <bdi dir="ltr">{person.secteurs.join(", ")}</bdi> : t("everywhere"),
        },
        {
          term: t("account"),
          value: person.utilisateur_id === null ? t("noAccount") : t("hasAccount"),
        },
      ]}
    />
  );
}
