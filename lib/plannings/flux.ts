import type { Actor, Locale } from "@/lib/foundation/context";
import { civilDay, startOfDay } from "@/lib/foundation/zoned";
import { htmlLang } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translate";
import type { FluxOwner, FluxVisite } from "./flux-store";
import { type Entry, toIcalendar, uidOf } from "./icalendar";

const DAY_MS = 86_400_000;
/** Days of past visits that stay, and for which a cancelled one is still said to be cancelled. */
const PAST_DAYS = 30;
const AHEAD_DAYS = 180;

/** Whose visits an account's calendar shows; null for an account that has none. */
export function ownerOf({ role, clientId, intervenantId }: Actor): FluxOwner | null {
  if (role === "client" && clientId !== null) return { clientId };
  return role === "intervenant" && intervenantId !== null ? { intervenantId } : null;
}

/** Whole civil days, so that a feed read twice in a day is the same text. */
export function fluxSpan(now: Date, fuseau: string) {
  const today = startOfDay(civilDay(now, fuseau), fuseau).getTime();
  const du = new Date(today - PAST_DAYS * DAY_MS);
  return { du, au: new Date(today + AHEAD_DAYS * DAY_MS), annuleesDepuis: du };
}

type Feed = {
  visites: readonly FluxVisite[];
  owner: FluxOwner;
  agence: { nom: string; fuseau: string };
  span: { du: Date; au: Date };
  locale: Locale;
  /** Where people reach the product. */
  origin: string;
};

/** A person's visits for calendar applications, in their language, saying of others only what the visit needs. */
export function toFlux({ visites, owner, agence, span, locale, origin }: Feed): string {
  const t = translator(locale, "abonnements");
  return toIcalendar({
    langue: htmlLang(locale),
    nom: t("feed.name", { agence: agence.nom }),
    fuseaux: [...new Set([agence.fuseau, ...visites.map(({ fuseau }) => fuseau)])],
    span,
    refresh: "PT1H",
    entries: visites.map((visite) => entryOf(visite, { owner, locale, origin })),
  });
}

function entryOf(
  visite: FluxVisite,
  { owner, locale, origin }: { owner: FluxOwner; locale: Locale; origin: string },
): Entry {
  const forClient = "clientId" in owner;
  const t = translator(locale, "abonnements");
  const other = forClient ? visite.intervenant : visite.client;
  const title = [visite.libelles[locale], other ? shortName(other) : ""].filter(Boolean).join(" · ");
  const cancelled = visite.statut === "annulee";
  const area = forClient ? "espace" : "terrain";
  return {
    uid: uidOf(visite.id, origin),
    sequence: visite.version,
    modifieLe: visite.modifieLe,
    debut: visite.debut,
    fin: visite.fin,
    fuseau: visite.fuseau,
    titre: cancelled ? t("feed.cancelled", { title }) : title,
    langue: htmlLang(locale),
    description: translator(locale, "states")(`prestation.${visite.statut}`),
    // A client's own home is no news to them, and a calendar is often somebody else's computer.
    lieu: forClient ? undefined : visite.adresse,
    url: new URL(`/${locale}/${area}/visites/${visite.id}`, origin).href,
    statut: cancelled ? "CANCELLED" : visite.statut === "planifiee" ? "TENTATIVE" : "CONFIRMED",
  };
}

/** First name and initial. */
function shortName({ prenom, nom }: { prenom: string; nom: string }): string {
  const initial = Array.from(nom)[0];
  return [prenom, initial ? `${initial}.` : ""].filter(Boolean).join(" ");
}
