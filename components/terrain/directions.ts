import type { Lieu } from "@/lib/prestations/schemas";
import { mapHref } from "../prestations/visit-words";

type Target = Pick<Lieu, "voie" | "complement" | "code_postal" | "commune" | "latitude" | "longitude">;

/** `geo:` address (RFC 5870) that a phone opens in its own map app; `label` names the point there. */
export function geoHref(place: Target, label: string): string {
  const at = pointOf(place);
  if (at) return `geo:${at}?q=${at}(${encodeURIComponent(label)})`;
  return `geo:0,0?q=${encodeURIComponent([place.voie, place.code_postal, place.commune].join(" "))}`;
}

/** The way on OpenStreetMap, for devices that know no `geo:` address. Only opened when someone asks. */
export function directionsHref(place: Target): string {
  const at = pointOf(place);
  return at ? `https://www.openstreetmap.org/directions?to=${encodeURIComponent(at)}` : mapHref(place);
}

/** `tel:` address: digits and the leading plus only. */
export const telHref = (telephone: string): string => `tel:${telephone.replace(/[^+\d]/g, "")}`;

const pointOf = ({ latitude, longitude }: Target) =>
  latitude === null || longitude === null ? null : `${latitude},${longitude}`;
