/** Ready-made views of the list; `active` is the one shown first. */
export const views = ["active", "arretee", "terminee", "toutes"] as const;
export type View = (typeof views)[number];

type Input = Record<string, string>;

export const viewOf = (text: string | undefined): View => views.find((one) => one === text) ?? "active";

const number = /^\d{1,9}$/;

/** Filters of the address that make sense. */
export function ownFilters(params: Input): Input {
  const kept: Input = {};
  if (params.q) kept.q = params.q.slice(0, 100);
  for (const name of ["client_id", "intervenant_id"] as const) {
    const text = params[name];
    if (text && number.test(text)) kept[name] = text;
  }
  return kept;
}

export function listInputOf(params: Input): Input {
  const view = viewOf(params.vue);
  return { ...(view === "toutes" ? {} : { statut: view }), ...ownFilters(params) };
}

/** The address of the list with some parameters changed; undefined takes one away. */
export function listHref(params: Input, change: Record<string, string | undefined>): string {
  const view = viewOf(params.vue);
  const merged = { ...(view === "active" ? {} : { vue: view }), ...ownFilters(params), ...change };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(merged)) if (value) query.set(name, value);
  const text = query.toString();
  return text ? `/gestion/series?${text}` : "/gestion/series";
}
