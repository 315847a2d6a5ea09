import type { Clocking } from "@/components/terrain/clock-act";
import { EARLY_ARRIVAL_MS } from "@/lib/prestations/prestation";
import type { Prestation } from "@/lib/prestations/schemas";

const DAY_MS = 86_400_000;

/** What the assigned person may clock on a visit at `now`; the operation decides again. */
export function clockingOf(visit: Pick<Prestation, "statut" | "date">, now: Date): Clocking {
  if (visit.statut === "planifiee") return { act: "unconfirmed" };
  if (visit.statut === "en_cours") return { act: "depart" };
  if (visit.statut !== "confirmee") return { act: "closed" };
  const start = new Date(visit.date).getTime();
  const from = new Date(start - EARLY_ARRIVAL_MS);
  if (now < from) return { act: "wait", from };
  return now.getTime() - start < DAY_MS ? { act: "arrivee" } : { act: "closed" };
}
