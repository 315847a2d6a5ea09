import { parseAbsolute } from "@internationalized/date";
import type { Locale } from "@/lib/foundation/context";
import { env } from "@/lib/foundation/env";
import { htmlLang } from "@/lib/i18n/locales";
import { type Entry, toIcalendar, uidOf } from "./icalendar";
import type { Planning } from "./schemas";

type Visit = Planning["prestations"][number];

/** A week as an iCalendar object; `now` stamps it. No door code and no phone. */
export function toCalendar({ prestations, fuseau }: Planning, now: Date, locale: Locale): string {
  const langue = htmlLang(locale);
  const origin = env().NEXTAUTH_URL;
  const span = spanOf(prestations, now);
  const entries = prestations.map((visit) => entryOf(visit, { now, langue, origin }));
  return toIcalendar({ langue, fuseaux: [fuseau], span, entries });
}

type Said = { now: Date; langue: string; origin: string };

function entryOf(visit: Visit, { now, langue, origin }: Said): Entry {
  return {
    uid: uidOf(visit.id, origin),
    sequence: visit.version,
    modifieLe: now,
    debut: instant(visit.date),
    fin: instant(visit.fin),
    fuseau: visit.fuseau,
    titre: `${visit.libelle} · ${visit.client.nom}`,
    langue,
    lieu: visit.adresse ?? undefined,
    statut: visit.statut === "planifiee" ? "TENTATIVE" : "CONFIRMED",
  };
}

const instant = (text: string) => parseAbsolute(text, "UTC").toDate();

function spanOf(visits: readonly Visit[], now: Date): { du: Date; au: Date } {
  const times = visits.flatMap(({ date, fin }) => [instant(date).getTime(), instant(fin).getTime()]);
  if (times.length === 0) return { du: now, au: now };
  return { du: new Date(Math.min(...times)), au: new Date(Math.max(...times)) };
}
