import { etatsDevis } from "@/db/states";

export const etats = ["tous", ...etatsDevis] as const;
export type Etat = (typeof etats)[number];

type Input = Record<string, string>;

const names = ["etat", "q", "client_id", "agence_id"] as const;

export const etatOf = (text: string | undefined): Etat => etats.find((one) => one === text) ?? "tous";

/** The filters behind the address of the list of quotes. */
export function filtersOf({ etat, ...params }: Input): Input {
  const own = Object.fromEntries(
    names.flatMap((name) => (name !== "etat" && params[name] ? [[name, params[name]]] : [])),
  );
  const state = etatOf(etat);
  return state === "tous" ? own : { ...own, statut: state };
}

/** The address of the list with some parameters changed; an empty one is taken away. */
export function listHref(params: Input, change: Record<string, string | null | undefined>, at = ""): string {
  const query = new URLSearchParams();
  const known = Object.fromEntries(names.map((name) => [name, params[name]]));
  for (const [name, value] of Object.entries({ ...known, ...change })) if (value) query.set(name, value);
  const text = query.toString();
  return `/gestion/devis${at}${text ? `?${text}` : ""}`;
}
