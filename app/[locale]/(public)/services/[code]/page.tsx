import { Calculator, CalendarPlus } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ActiviteIcon } from "@/components/activites/activite-icon";
import { PriceTag } from "@/components/activites/price-tag";
import { ReviewCard } from "@/components/public/review-card";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { readActivite } from "@/lib/activites/read-activite";
import type { ActiviteShape } from "@/lib/activites/schemas";
import { listAvis } from "@/lib/avis/list-avis";
import { load, searchInput } from "@/lib/delivery/page";
import { type Catalogue, catalogueOf, priceTexts } from "../../catalogue";
import { PriceNotes } from "../../price-notes";
import { Facts } from "./facts";

type Props = {
  params: Promise<{ code: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};
type Shown = { activite: ActiviteShape; catalogue: Catalogue };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { code } = await params;
  return { title: (await load(readActivite, { id: code })).libelle };
}

/** One service: its price here and elsewhere, what the law says of it, and the way to book it. */
export default async function ServicePage({ params, searchParams }: Props) {
  const [{ code }, search] = await Promise.all([params, searchParams]);
  const [activite, catalogue] = await Promise.all([
    load(readActivite, { id: code }),
    catalogueOf(searchInput(search).agence),
  ]);
  if (!catalogue) notFound();
  const shown = { activite, catalogue };
  return (
    <div className="mx-auto max-w-6xl space-y-12 px-4 py-8 sm:px-6 sm:py-12">
      <Head {...shown} />
      <div className="grid gap-8 lg:grid-cols-[1.6fr_1fr] lg:items-start">
        <Facts {...shown} />
        <Elsewhere {...shown} />
      </div>
      <ServiceReviews code={activite.code} />
      <Related {...shown} />
      <PriceNotes catalogue={catalogue} />
    </div>
  );
}

async function Head({ activite, catalogue }: Shown) {
  const [t, tPrice, families] = await Promise.all([
    getTranslations("public.service"),
    getTranslations("public.price"),
    getTranslations("common.familles"),
  ]);
  const { agence, locale } = catalogue;
  const prix = activite.prix.find(({ agence_id }) => agence_id === agence.id);
  const texts = prix && priceTexts({ prix }, locale);
  return (
    <header className="space-y-6">
      <p>
        <TextLink href={`/services?agence=${agence.id}`}>{t("back")}</TextLink>
      </p>
      <div className="flex items-start gap-5">
        <ActiviteIcon code={activite.code} large />
        <div>
          <p className="font-medium text-warm-text">{families(activite.famille)}</p>
          <h1 className="text-3xl font-bold tracking-tight sm:text-4xl">{activite.libelle}</h1>
        </div>
      </div>
      {texts ? (
        <Card className="flex flex-wrap items-end justify-between gap-6">
          <div className="space-y-2">
            <h2 className="font-medium text-ink-muted">{t("priceTitle", { agence: agence.nom })}</h2>
            <PriceTag price={texts.price} afterCredit={texts.afterCredit} sayNone />
            {texts.minimum ? (
              <p className="text-sm text-ink-muted">{tPrice("minimum", { duree: texts.minimum })}</p>
            ) : null}
          </div>
          <div className="flex flex-wrap gap-3">
            <LinkButton
              href={`/espace/reserver/besoin?type=${activite.code}`}
              variant="primary"
              size="lg"
              icon={<CalendarPlus aria-hidden />}
            >
              {t("book")}
            </LinkButton>
            <LinkButton
              href={`/devis?type=${activite.code}&agence=${agence.id}`}
              size="lg"
              icon={<Calculator aria-hidden />}
            >
              {t("estimate")}
            </LinkButton>
          </div>
        </Card>
      ) : (
        <Notice tone="warning">
          {activite.prix.length > 0 ? t("notSold", { agence: agence.nom }) : t("soldNowhere")}
        </Notice>
      )}
    </header>
  );
}

async function Elsewhere({ activite, catalogue }: Shown) {
  const t = await getTranslations("public.service");
  const others = activite.prix.filter(({ agence_id }) => agence_id !== catalogue.agence.id);
  if (others.length === 0) return null;
  return (
    <section aria-labelledby="ailleurs">
      <h2 id="ailleurs" className="mb-4 text-xl font-semibold">
        {t("elsewhereTitle")}
      </h2>
      <ul className="divide-y divide-line border-y border-line">
        {others.map((prix) => {
          const { price, afterCredit } = priceTexts({ prix }, catalogue.locale);
          return (
            <li key={prix.agence_id} className="space-y-2 py-4">
              <TextLink href={`/services/${activite.code}?agence=${prix.agence_id}`}>{prix.agence}</TextLink>
              <PriceTag price={price} afterCredit={afterCredit} sayNone />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

async function ServiceReviews({ code }: { code: string }) {
  const [t, avis] = await Promise.all([
    getTranslations("public.service"),
    load(listAvis, { type: code, limit: 3 }),
  ]);
  if (avis.results.length === 0) return null;
  return (
    <section aria-labelledby="avis">
      <h2 id="avis" className="mb-4 text-xl font-semibold">
        {t("reviewsTitle")}
      </h2>
      <ul className="grid gap-4 md:grid-cols-3">
        {avis.results.map(({ id, libelle, ...one }) => (
          <li key={id}>
            <ReviewCard {...one} service={libelle} />
          </li>
        ))}
      </ul>
    </section>
  );
}

async function Related({ activite, catalogue }: Shown) {
  const t = await getTranslations("public.service");
  const related = catalogue.offers.filter(
    (offer) => offer.activite.famille === activite.famille && offer.activite.code !== activite.code,
  );
  if (related.length === 0) return null;
  return (
    <section aria-labelledby="voisins">
      <h2 id="voisins" className="mb-4 text-xl font-semibold">
        {t("relatedTitle")}
      </h2>
      <ul className="flex flex-wrap gap-3">
        {related.map((offer) => (
          <li key={offer.activite.code}>
            <LinkButton href={`/services/${offer.activite.code}?agence=${catalogue.agence.id}`}>
              {offer.activite.libelle}
            </LinkButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
