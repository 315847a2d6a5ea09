import { endOfMonth, parseDate, startOfMonth } from "@internationalized/date";
import type { frequences } from "@/db/states";
import { civilDay, isoWeek } from "@/lib/foundation/zoned";

export type Frequence = (typeof frequences)[number];
/** Civil days, both included; `cle` names the week or the month: `2026-W10`, `2026-02`. */
export type Periode = { cle: string; du: string; au: string };

/** Reports leave in the morning, not at midnight. */
const MORNING_MS = 6 * 3_600_000;

/** The last week (Monday to Sunday) or month that has ended at the agency, seen from six in the morning on. */
export function lastPeriode(frequence: Frequence, now: Date, zone: string): Periode {
  const today = parseDate(civilDay(new Date(now.getTime() - MORNING_MS), zone));
  if (frequence === "mensuelle") {
    const au = startOfMonth(today).subtract({ days: 1 });
    const du = startOfMonth(au);
    return { cle: du.toString().slice(0, 7), du: du.toString(), au: endOfMonth(du).toString() };
  }
  const weekday = (new Date(`${today.toString()}T00:00:00Z`).getUTCDay() + 6) % 7;
  const monday = today.subtract({ days: weekday + 7 });
  return {
    cle: isoWeek(monday.toString()),
    du: monday.toString(),
    au: monday.add({ days: 6 }).toString(),
  };
}
