const names = ["q", "competence", "actif", "agence_id"] as const;
type Input = Record<string, string>;

/** Filters of the address that the list knows. Active people unless asked otherwise. */
export function filtersOf(params: Input): Input {
  const filters = Object.fromEntries(names.flatMap((name) => (params[name] ? [[name, params[name]]] : [])));
  const { actif = "true", ...rest } = filters;
  return actif === "tous" ? rest : { ...rest, actif };
}

/** The address of the list with some parameters changed; an empty one is taken away. */
export function listHref(params: Input, change: Record<string, string | null | undefined>, at = ""): string {
  const query = new URLSearchParams();
  const known = Object.fromEntries(names.map((name) => [name, params[name]]));
  for (const [name, value] of Object.entries({ ...known, ...change })) if (value) query.set(name, value);
  const text = query.toString();
  return `/gestion/intervenants${at}${text ? `?${text}` : ""}`;
}
