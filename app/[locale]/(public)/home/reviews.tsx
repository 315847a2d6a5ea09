import { getLocale, getTranslations } from "next-intl/server";
import { ReviewCard } from "@/components/public/review-card";
import type { AvisShape } from "@/lib/avis/schemas";
import { formatNumber } from "@/lib/i18n/format";
import { defaultLocale, isLocale } from "@/lib/i18n/locales";
import { Band, BandTitle } from "./band";

type Props = { avis: { results: AvisShape[]; resume: { moyenne: number | null; nombre: number } } };

/** Three published reviews with words, of three services where there are; the mean is of all of them. */
export async function Reviews({ avis }: Props) {
  const [t, locale] = await Promise.all([getTranslations("public.home"), getLocale()]);
  const { moyenne, nombre } = avis.resume;
  const shown = differing(avis.results.filter(({ commentaire }) => commentaire.length > 20));
  if (moyenne === null || shown.length === 0) return null;
  const mean = formatNumber(moyenne, { locale: isLocale(locale) ? locale : defaultLocale, decimals: 1 });
  return (
    <Band tone="sunken" id="avis" labelledBy="avis-titre">
      <BandTitle
        id="avis-titre"
        title={t("reviewsTitle")}
        lead={t("reviewsMean", { moyenne: mean, count: nombre })}
      />
      <ul className="grid gap-4 md:grid-cols-3">
        {shown.map(({ id, libelle, ...one }) => (
          <li key={id}>
            <ReviewCard {...one} service={libelle} />
          </li>
        ))}
      </ul>
    </Band>
  );
}

function differing(all: AvisShape[]): AvisShape[] {
  const chosen: AvisShape[] = [];
  for (const one of all) {
    const known = chosen.some(
      ({ type, commentaire }) => type === one.type || commentaire === one.commentaire,
    );
    if (!known) chosen.push(one);
    if (chosen.length === 3) break;
  }
  return chosen;
}
