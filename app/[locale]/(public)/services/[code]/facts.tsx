import { getTranslations } from "next-intl/server";
import { DefinitionList } from "@/components/ui/definition-list";
import type { ActiviteShape } from "@/lib/activites/schemas";
import { formatHours } from "@/lib/i18n/format";
import { type Catalogue, moneyText, percentText } from "../../catalogue";

/** What to know before booking: limits, VAT, and the law's own words. */
export async function Facts({ activite, catalogue }: { activite: ActiviteShape; catalogue: Catalogue }) {
  const t = await getTranslations("public.service");
  const { locale, agence } = catalogue;
  const prix = activite.prix.find(({ agence_id }) => agence_id === agence.id);
  const hours = (minutes: number) => formatHours(minutes, { locale, style: "words" });
  const french = agence.pays === "FR";
  const ceiling = french ? activite.plafond_credit_impot : null;
  const language = { locale, region: agence.pays };
  const items = [
    prix && prix.minimum_min > 0 && { term: t("minimum"), value: hours(prix.minimum_min) },
    activite.duree_max_min !== null && { term: t("maximum"), value: hours(activite.duree_max_min) },
    prix && { term: t("vat"), value: percentText(prix.taux_tva, locale) },
    ceiling !== null && {
      term: t("ceiling"),
      value: t("upTo", { montant: moneyText(ceiling, agence.devise, language) }),
    },
    french && { term: t("regime"), value: t(`regimes.${activite.regime}`) },
    { term: t("legalName"), value: activite.libelle_legal },
    french && activite.reference_legale !== "" && { term: t("legalRef"), value: activite.reference_legale },
  ];
  return (
    <section aria-labelledby="savoir" className="space-y-4">
      <h2 id="savoir" className="text-xl font-semibold">
        {t("detailsTitle")}
      </h2>
      <DefinitionList items={items.filter((item) => item !== false && item !== undefined)} />
      {french && activite.offre_globale ? <p className="text-ink-muted">{t("offreGlobale")}</p> : null}
    </section>
  );
}
