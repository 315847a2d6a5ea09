import { isoWeek } from "@/lib/foundation/zoned";

const names = ["semaine", "q", "secteur", "conflits", "agence_id", "jour"] as const;

export type WeekParams = Partial<Record<(typeof names)[number] | "date" | "visite", string>>;

/** The week asked for: that of a picked day, or the one of the address; undefined for the current one. */
export function weekOf({ date, semaine }: WeekParams): string | undefined {
  if (date && /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(date))) return isoWeek(date);
  return semaine && /^\d{4}-W\d{2}$/.test(semaine) ? semaine : undefined;
}

/** The address of the planning with some parameters changed; undefined takes one away. */
export function weekHref(params: WeekParams, change: WeekParams): string {
  const query = new URLSearchParams();
  const merged = { ...params, ...change };
  for (const name of [...names, "visite" as const]) {
    const value = merged[name];
    if (value) query.set(name, value);
  }
  const text = query.toString();
  return text ? `/gestion/planning?${text}` : "/gestion/planning";
}
