export const views = ["demandee", "acceptee", "refusee", "expiree", "annulee"] as const;
export type View = (typeof views)[number];

export const viewOf = (text: string | undefined): View => views.find((one) => one === text) ?? "demandee";

/** The filters behind the address of the list of requests: those that wait unless asked otherwise. */
export function filtersOf({ statut, q }: Record<string, string>) {
  const view = viewOf(statut);
  return { statut: view, q, ordering: view === "demandee" ? "expire_le" : "-date" };
}
