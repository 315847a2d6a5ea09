import { fromDate, toCalendarDate } from "@internationalized/date";
import { instantOf } from "@/lib/foundation/zoned";

/**
 * The moment meant by a time of day ('HH:MM' or 'HH:MM:SS') typed at `shown` (an instant): that very instant when the
 * minute is the same, else the last time the clock of `zone` said so. Throws `validation` on `horodatage`.
 */
export function momentMeant(heure: string, shown: Date, zone: string): Date {
  const local = fromDate(shown, zone);
  const minute = heure.slice(0, 5);
  const pad = (value: number) => String(value).padStart(2, "0");
  if (minute === `${pad(local.hour)}:${pad(local.minute)}`) return shown;
  const today = toCalendarDate(local);
  const meant = instantOf(`${today}T${minute}:00`, zone, "horodatage");
  return meant <= shown
    ? meant
    : instantOf(`${today.subtract({ days: 1 })}T${minute}:00`, zone, "horodatage");
}
