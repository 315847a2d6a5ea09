import { formatDate, weekStart } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import type { Horaire } from "@/lib/organisation/schemas-agence";

/** A Monday, to name weekdays by. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

/** "lundi–vendredi 09:00–18:00": consecutive days with the same hours share a line. */
export function openingHours(horaires: readonly Horaire[], locale: Locale, pays: string): string[] {
  const lines: { first: number; last: number; hours: string }[] = [];
  // The week of the country: in Algeria Sunday and Monday stand side by side.
  const rank = ({ jour }: Horaire) => (jour - weekStart(pays) + 7) % 7;
  for (const { jour, debut, fin } of [...horaires].sort((a, b) => rank(a) - rank(b))) {
    const hours = `\u200e${debut}–${fin}`;
    const last = lines.at(-1);
    if (last && last.hours === hours && last.last % 7 === jour - 1) last.last = jour;
    else lines.push({ first: jour, last: jour, hours });
  }
  return lines.map(({ first, last, hours }) => {
    const days =
      first === last ? dayName(first, locale) : `${dayName(first, locale)} – ${dayName(last, locale)}`;
    return `${days} ${hours}`;
  });
}

function dayName(jour: number, locale: Locale): string {
  const day = new Date(MONDAY + (jour - 1) * DAY_MS).toISOString().slice(0, 10);
  return formatDate(day, { locale, style: "weekday" });
}
