import { distanceKm } from "../creneaux";

export type Lieu = { adresseId: number; latitude: number | null; longitude: number | null };

/** As the crow flies, in town, by car or public transport: what a road makes longer is in the figure. */
export const TRAVEL_KM_PER_HOUR = 20;

/** Minutes to go from one address to another; 0 within one, and where a place is not known. */
export function travelMinutes(from: Lieu, to: Lieu): number {
  if (from.adresseId === to.adresseId) return 0;
  const km = distanceKm(from, to);
  return km === null ? 0 : Math.ceil((km / TRAVEL_KM_PER_HOUR) * 60);
}
