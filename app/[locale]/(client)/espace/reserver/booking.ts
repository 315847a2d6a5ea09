import { searchInput } from "@/lib/delivery/page";

const names = ["type", "adresse_id", "duree", "intervenant_id", "du", "date", "avec"] as const;

/**
 * A booking under way. It lives in the address, so that going back, a new tab or a lost connection loses nothing;
 * free text does not (it may hold a door code): it is only asked for where it is sent.
 */
export type Booking = Partial<Record<(typeof names)[number], string>>;

const steps = {
  service: "/espace/reserver",
  need: "/espace/reserver/besoin",
  address: "/espace/reserver/adresse",
  slots: "/espace/reserver/creneaux",
  send: "/espace/reserver/envoi",
} as const;

export type BookingStep = keyof typeof steps;
type Params = Promise<Record<string, string | string[] | undefined>>;

/** The booking that an address holds; anything else in it is left out. */
export async function bookingOf(searchParams: Params): Promise<Booking> {
  const input = searchInput(await searchParams);
  return Object.fromEntries(names.flatMap((name) => (input[name] ? [[name, input[name]]] : [])));
}

/** The address of a step with what was chosen so far; `undefined` takes a choice back. */
export function bookingHref(step: BookingStep, booking: Booking): string {
  const query = new URLSearchParams();
  for (const name of names) {
    const value = booking[name];
    if (value) query.set(name, value);
  }
  const text = query.toString();
  return text ? `${steps[step]}?${text}` : steps[step];
}
