import { ArrowRight } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ActiviteCard } from "@/components/activites/activite-card";
import { TextLink } from "@/components/ui/text-link";
import { type Catalogue, priceTexts } from "../catalogue";
import { PriceNotes } from "../price-notes";
import { Band, BandTitle } from "./band";

const asked = [
  "menage",
  "aide-quotidien",
  "garde-enfant-3-plus",
  "jardinage",
  "preparation-repas",
  "soutien-scolaire",
];

/** Six services that people look for first, those of them that the agency sells. */
export async function Popular({ catalogue }: { catalogue: Catalogue }) {
  const [t, tPrice] = await Promise.all([getTranslations("public.home"), getTranslations("public.price")]);
  const { offers, agence, locale } = catalogue;
  const chosen = asked.flatMap((code) => offers.find(({ activite }) => activite.code === code) ?? []);
  const shown = chosen.length > 0 ? chosen : offers.slice(0, 6);
  if (shown.length === 0) return null;
  return (
    <Band tone="sunken" labelledBy="populaires">
      <BandTitle id="populaires" title={t("popularTitle")} lead={t("popularLead", { agence: agence.nom })} />
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {shown.map((offer) => {
          const { price, afterCredit, minimum } = priceTexts(offer, locale);
          return (
            <li key={offer.activite.code}>
              <ActiviteCard
                code={offer.activite.code}
                href={`/services/${offer.activite.code}?agence=${agence.id}`}
                label={offer.activite.libelle}
                price={price}
                afterCredit={afterCredit}
                note={minimum && tPrice("minimum", { duree: minimum })}
              />
            </li>
          );
        })}
      </ul>
      <p className="mt-8 mb-6">
        <TextLink href={`/services?agence=${agence.id}`}>
          {t("allServices")} <ArrowRight aria-hidden className="mirror inline size-4" />
        </TextLink>
      </p>
      <PriceNotes catalogue={catalogue} />
    </Band>
  );
}
