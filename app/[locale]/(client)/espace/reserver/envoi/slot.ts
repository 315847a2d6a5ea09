import { getTranslations } from "next-intl/server";
import type { Other } from "@/components/reservations/slot-alternatives";
import { load } from "@/lib/delivery/page";
import { formatRelativeRange } from "@/lib/i18n/format";
import type { Creneau } from "@/lib/prestations/schemas";
import { listCreneaux } from "@/lib/reservations/list-creneaux";
import type { ClientArea } from "../../area";
import type { Booking } from "../booking";

const WANTED = 3;

/** The slot chosen, if it is still free: the page may have been open for long, or reloaded. */
export async function slotOf(booking: Booking, date: string): Promise<Creneau | undefined> {
  const [slot] = await freeOn(booking, date, { date, intervenant_id: booking.avec });
  return slot;
}

/** Up to three free slots of the same day, nearest in time first, with anyone. */
export async function othersNear(area: ClientArea, booking: Booking, date: string): Promise<Other[]> {
  const [t, slots] = await Promise.all([getTranslations("reservations.send"), freeOn(booking, date)]);
  return slots
    .sort((a, b) => gap(a, date) - gap(b, date))
    .slice(0, WANTED)
    .map((one) => {
      const when = formatRelativeRange(new Date(one.date), new Date(one.fin), area.words);
      const label = t("otherWith", { when, name: one.intervenant.prenom });
      return { value: `${one.date}|${one.intervenant.id}`, label };
    });
}

const gap = (slot: Creneau, date: string) =>
  Math.abs(new Date(slot.date).getTime() - new Date(date).getTime());

type Narrower = { date?: string; intervenant_id?: string };

async function freeOn(booking: Booking, date: string, only: Narrower = {}): Promise<Creneau[]> {
  const day = date.slice(0, 10);
  const found = await load(listCreneaux, {
    type: booking.type,
    duree: booking.duree,
    adresse_id: booking.adresse_id,
    du: day,
    au: day,
    ...only,
  });
  return found.results.flatMap(({ creneaux }) => creneaux);
}
