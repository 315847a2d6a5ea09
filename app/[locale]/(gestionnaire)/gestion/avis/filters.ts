import { LOW_NOTE } from "@/lib/avis/avis";

export const views = ["en_attente", "publie", "refuse"] as const;
export type View = (typeof views)[number];

/** The filters behind the address of the reviews: those that wait unless asked otherwise, low ones alone with `basses`. */
export function filtersOf({ statut, basses }: Record<string, string>) {
  const view: View = views.find((one) => one === statut) ?? "en_attente";
  return { statut: view, ...(basses === "1" ? { note_max: LOW_NOTE } : {}) };
}
