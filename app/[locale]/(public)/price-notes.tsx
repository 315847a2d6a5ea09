import { getTranslations } from "next-intl/server";
import { type Catalogue, percentText } from "./catalogue";

/** What the law wants said beside prices: the tax benefit and the free quote. Small, below, once a page. */
export async function PriceNotes({ catalogue }: { catalogue: Catalogue }) {
  const [t, legal] = await Promise.all([getTranslations("public.price"), getTranslations("activites")]);
  if (catalogue.agence.pays !== "FR") return null;
  const credit = catalogue.offers.find(({ prix }) => prix.credit_impot)?.prix.credit_impot;
  return (
    <div className="max-w-3xl space-y-2 text-sm text-ink-muted">
      {credit ? (
        <p>
          {t("creditNote", {
            taux: percentText(credit.taux, catalogue.locale),
            reference: credit.reference,
          })}
        </p>
      ) : null}
      <p>{legal("mentionDevis")}</p>
    </div>
  );
}
