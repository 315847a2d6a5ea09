import { formatHours, formatRelativeRange, type Relative } from "@/lib/i18n/format";
import type { Lieu, Prestation } from "@/lib/prestations/schemas";

type Span = Pick<Prestation, "date" | "fin" | "fuseau">;

/** "demain, 09:00–11:00", on the clock of the visit's agency. */
export function visitWhen(visit: Span, words: Omit<Relative, "timeZone">): string {
  return formatRelativeRange(new Date(visit.date), new Date(visit.fin), {
    ...words,
    timeZone: visit.fuseau,
  });
}

/** Decimal hours as "1 h 30". */
export const hoursText = (hours: number, words: Omit<Relative, "timeZone" | "now">): string =>
  formatHours(Math.round(hours * 60), words);

/** The state to show: a held visit that the agency has not confirmed yet is a request. */
export function visitState(visit: Pick<Prestation, "statut" | "reservation">) {
  return visit.statut === "planifiee" && visit.reservation?.statut === "demandee"
    ? ({ domain: "reservation", statut: "demandee" } as const)
    : ({ domain: "prestation", statut: visit.statut } as const);
}

type Place = Pick<Lieu, "voie" | "complement" | "code_postal" | "commune">;

/** Lines of an address as on an envelope. */
export const addressLines = (place: Place): string[] =>
  [place.voie, place.complement, `${place.code_postal} ${place.commune}`.trim()].filter(Boolean);

/** The place on OpenStreetMap: its point, or a search when it has none. Only opened when someone asks. */
export function mapHref(place: Place & Pick<Lieu, "latitude" | "longitude">): string {
  if (place.latitude !== null && place.longitude !== null) {
    const at = `${place.latitude}/${place.longitude}`;
    return `https://www.openstreetmap.org/?mlat=${place.latitude}&mlon=${place.longitude}#map=17/${at}`;
  }
  const text = [place.voie, place.code_postal, place.commune].join(" ");
  return `https://www.openstreetmap.org/search?query=${encodeURIComponent(text)}`;
}
