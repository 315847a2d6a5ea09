import { getDayOfWeek, today } from "@internationalized/date";

/** The demonstration's French agencies live on this clock. */
const zone = "Europe/Paris";

/** A civil day, 'YYYY-MM-DD', so many days from today at the agency. */
export const inDays = (days: number): string => today(zone).add({ days }).toString();

/** The next Monday, at least `weeks` whole weeks away; 'YYYY-MM-DD'. */
export function mondayIn(weeks: number): string {
  const day = today(zone);
  return day.add({ days: 7 - getDayOfWeek(day, "fr-FR") + 7 * weeks }).toString();
}
