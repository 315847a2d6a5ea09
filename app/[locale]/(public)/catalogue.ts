import { getLocale } from "next-intl/server";
import { listActivites } from "@/lib/activites/list-activites";
import type { ActiviteShape, PrixShape } from "@/lib/activites/schemas";
import { load } from "@/lib/delivery/page";
import { decimalToCents } from "@/lib/foundation/money";
import { formatHours, formatMoney, formatPercent, type Language } from "@/lib/i18n/format";
import { defaultLocale, isLocale, type Locale } from "@/lib/i18n/locales";
import { listAgences } from "@/lib/organisation/list-agences";
import type { AgenceShape } from "@/lib/organisation/schemas-agence";

export type Offer = { activite: ActiviteShape; prix: PrixShape };
export type Catalogue = {
  locale: Locale;
  agences: AgenceShape[];
  agence: AgenceShape;
  /** What the agency sells today, in legal order. */
  offers: Offer[];
};

/** The agency that the address names (the first one otherwise) and what it sells; null before any agency is open. */
export async function catalogueOf(agenceId: string | undefined): Promise<Catalogue | null> {
  const [locale, { results: agences }] = await Promise.all([
    getLocale(),
    load(listAgences, { ordering: "id", limit: 200 }),
  ]);
  const agence = agences.find(({ id }) => String(id) === agenceId) ?? agences[0];
  if (!agence) return null;
  const { results } = await load(listActivites, { agence_id: agence.id, limit: 200 });
  const offers = results.flatMap((activite) =>
    activite.prix[0] ? [{ activite, prix: activite.prix[0] }] : [],
  );
  return { locale: isLocale(locale) ? locale : defaultLocale, agences, agence, offers };
}

/** `"31.90"` written out for a person. */
export const moneyText = (amount: string, devise: string, language: Language): string =>
  formatMoney(decimalToCents(amount), devise, language);

/** `"5.50"` (percent) written out for a person. */
export const percentText = (percent: string, locale: Locale): string =>
  formatPercent(decimalToCents(percent), { locale });

/** The two prices of an offer, and the shortest visit billed when it is longer than an hour. */
export function priceTexts({ prix }: { prix: PrixShape }, locale: Locale) {
  const language = { locale, region: prix.pays };
  const after = prix.prix_horaire_apres_credit;
  return {
    price: moneyText(prix.prix_horaire_ttc, prix.devise, language),
    afterCredit: after === null ? null : moneyText(after, prix.devise, language),
    minimum: prix.minimum_min > 60 ? formatHours(prix.minimum_min, language) : undefined,
  };
}
