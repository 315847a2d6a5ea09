import { SearchX } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActiviteCard } from "@/components/activites/activite-card";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { LinkButton } from "@/components/ui/link-button";
import { Select } from "@/components/ui/select";
import { TabNav } from "@/components/ui/tab-nav";
import { familleCodes } from "@/lib/activites/schemas";
import { searchInput } from "@/lib/delivery/page";
import { fold } from "@/lib/i18n/text";
import { type Catalogue, catalogueOf, type Offer, priceTexts } from "../catalogue";
import { PriceNotes } from "../price-notes";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };
type Famille = (typeof familleCodes)[number];

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("public.services"))("metaTitle") };
}

/** The whole catalogue of an agency by family, each service with its price before and after tax credit. */
export default async function ServicesPage({ searchParams }: Props) {
  const { agence, q, famille } = searchInput(await searchParams);
  const catalogue = await catalogueOf(agence);
  const t = await getTranslations("public.services");
  return (
    <div className="mx-auto max-w-6xl px-4 py-10 sm:px-6 sm:py-14">
      <header className="mb-8 max-w-2xl">
        <h1 className="text-3xl font-bold tracking-tight sm:text-4xl">{t("title")}</h1>
        <p className="mt-3 text-lg text-ink-muted">{t("lead")}</p>
      </header>
      {catalogue ? <Offers catalogue={catalogue} q={q} famille={familyOf(famille)} /> : null}
    </div>
  );
}

const familyOf = (text: string | undefined): Famille | undefined =>
  familleCodes.find((code) => code === text);

type OffersProps = { catalogue: Catalogue; q?: string; famille?: Famille };

async function Offers({ catalogue, q, famille }: OffersProps) {
  const t = await getTranslations("public.services");
  const { agence, offers } = catalogue;
  const found = offers.filter((offer) => matches(offer, q));
  const shown = found.filter(({ activite }) => !famille || activite.famille === famille);
  return (
    <>
      <Filters catalogue={catalogue} q={q} famille={famille} found={found} />
      <p role="status" className="sr-only">
        {t("results", { count: shown.length })}
      </p>
      {shown.length === 0 ? (
        <EmptyState
          icon={<SearchX />}
          title={t("none")}
          action={<LinkButton href={`/services?agence=${agence.id}`}>{t("seeAll")}</LinkButton>}
        >
          {t("noneHelp")}
        </EmptyState>
      ) : (
        familleCodes.map((code) => <Family key={code} code={code} catalogue={catalogue} offers={shown} />)
      )}
      <PriceNotes catalogue={catalogue} />
    </>
  );
}

async function Filters({ catalogue, q, famille, found }: OffersProps & { found: Offer[] }) {
  const [t, families] = await Promise.all([
    getTranslations("public.services"),
    getTranslations("common.familles"),
  ]);
  const { agence, agences } = catalogue;
  const href = (code?: Famille) => {
    const query = { agence: String(agence.id), ...(q && { q }), ...(code && { famille: code }) };
    return `/services?${new URLSearchParams(query)}`;
  };
  const sold = familleCodes.filter((code) => found.some(({ activite }) => activite.famille === code));
  return (
    <>
      <FilterBar
        label={t("search")}
        search={{ value: q, placeholder: t("searchHint") }}
        keep={{ famille }}
        resetHref={q ? href(famille) : undefined}
      >
        <Select
          name="agence"
          label={t("agency")}
          defaultValue={String(agence.id)}
          options={agences.map(({ id, nom }) => ({ value: String(id), label: nom }))}
        />
      </FilterBar>
      <TabNav
        label={t("families")}
        items={[
          { href: href(), label: t("all"), current: !famille },
          ...sold.map((code) => ({ href: href(code), label: families(code), current: famille === code })),
        ]}
      />
    </>
  );
}

async function Family({ code, catalogue, offers }: { code: Famille; catalogue: Catalogue; offers: Offer[] }) {
  const [families, tPrice] = await Promise.all([
    getTranslations("common.familles"),
    getTranslations("public.price"),
  ]);
  const own = offers.filter(({ activite }) => activite.famille === code);
  if (own.length === 0) return null;
  return (
    <section aria-labelledby={`famille-${code}`} className="mb-12">
      <h2 id={`famille-${code}`} className="mb-4 text-xl font-semibold">
        {families(code)}
      </h2>
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {own.map((offer) => {
          const { price, afterCredit, minimum } = priceTexts(offer, catalogue.locale);
          return (
            <li key={offer.activite.code}>
              <ActiviteCard
                code={offer.activite.code}
                href={`/services/${offer.activite.code}?agence=${catalogue.agence.id}`}
                label={offer.activite.libelle}
                price={price}
                afterCredit={afterCredit}
                note={minimum && tPrice("minimum", { duree: minimum })}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Every word of the search, in the label of any language or the legal one. */
function matches({ activite }: Offer, q: string | undefined): boolean {
  const text = fold([...Object.values(activite.libelles), activite.libelle_legal].join(" "));
  return fold(q ?? "")
    .split(" ")
    .every((word) => text.includes(word));
}
