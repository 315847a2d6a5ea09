import { SearchX } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ServiceList } from "@/components/reservations/service-list";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { TabNav } from "@/components/ui/tab-nav";
import { listActivites } from "@/lib/activites/list-activites";
import { type ActiviteShape, familleCodes } from "@/lib/activites/schemas";
import { load, searchInput } from "@/lib/delivery/page";
import { fold } from "@/lib/i18n/text";
import { type ClientArea, clientArea } from "../area";
import { bookingHref } from "./booking";
import { BookingSteps } from "./booking-steps";

export async function generateMetadata() {
  return { title: (await getTranslations("reservations.service"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** First step: which service. Everything the agency sells, by family, with what is really paid. */
export default async function ServiceStep({ searchParams }: Props) {
  const area = await clientArea("/espace/reserver");
  const { q, famille } = searchInput(await searchParams);
  const [t, tFamily, sold] = await Promise.all([
    getTranslations("reservations.service"),
    getTranslations("common.familles"),
    load(listActivites, { agence_id: area.agence.id, limit: 200 }),
  ]);
  const families = familleCodes.filter((code) => sold.results.some((one) => one.famille === code));
  const shown = sold.results.filter(
    (one) => one.prix.length > 0 && (!famille || one.famille === famille) && matches(one, q),
  );
  const filterHref = (code?: string) => {
    const query = new URLSearchParams({ ...(q && { q }), ...(code && { famille: code }) }).toString();
    return query ? `/espace/reserver?${query}` : "/espace/reserver";
  };
  return (
    <>
      <PageHeader title={t("title")} description={t("lead")} />
      <BookingSteps current={0} booking={{}} />
      <FilterBar label={t("search")} search={{ value: q, placeholder: t("searchHint") }} keep={{ famille }} />
      <TabNav
        label={t("families")}
        items={[
          { href: filterHref(), label: t("all"), current: !famille },
          ...families.map((code) => ({
            href: filterHref(code),
            label: tFamily(code),
            current: famille === code,
          })),
        ]}
      />
      {shown.length === 0 ? (
        <EmptyState
          icon={<SearchX />}
          title={t("none")}
          action={<LinkButton href="/espace/reserver">{t("seeAll")}</LinkButton>}
        >
          {t("noneHelp")}
        </EmptyState>
      ) : (
        <div className="space-y-8">
          {families
            .filter((code) => shown.some((one) => one.famille === code))
            .map((code) => (
              <ServiceList
                key={code}
                title={tFamily(code)}
                services={shown.filter((one) => one.famille === code).map((one) => serviceOf(one, area))}
              />
            ))}
        </div>
      )}
    </>
  );
}

function matches(one: ActiviteShape, q: string | undefined): boolean {
  if (!q) return true;
  const wanted = fold(q);
  return [...Object.values(one.libelles), one.libelle_legal].some((name) => fold(name).includes(wanted));
}

function serviceOf(one: ActiviteShape, area: ClientArea) {
  const price = one.prix[0];
  return {
    key: one.id,
    href: bookingHref("need", { type: one.code }),
    label: one.libelle,
    price: price ? area.money(price.prix_horaire_ttc, price.devise) : "",
    afterCredit: price?.prix_horaire_apres_credit
      ? area.money(price.prix_horaire_apres_credit, price.devise)
      : null,
  };
}
