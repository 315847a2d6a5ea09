import { parseDate } from "@internationalized/date";
import { withOffset } from "@/lib/foundation/zoned";
import { type EtatPrestation, prestationShape } from "@/lib/prestations/schemas";
import { GRACE_MS, PRESSING_MS } from "@/lib/rapports/tableau";
import type { GestionArea } from "../area";

const etatsPrestation: readonly EtatPrestation[] = prestationShape.shape.statut.options;

export const views = [
  "avenir",
  "aujourdhui",
  "a-affecter",
  "retard",
  "sans-depart",
  "non-pointees",
  "a-valider",
  "toutes",
] as const;

export type View = (typeof views)[number];
/** Keys of their words, `plannings.list.view.…`. */
export const viewWords = {
  avenir: "upcoming",
  aujourdhui: "today",
  "a-affecter": "unassigned",
  retard: "late",
  "sans-depart": "open",
  "non-pointees": "gone",
  "a-valider": "toValidate",
  toutes: "all",
} as const satisfies Record<View, string>;

type Input = Record<string, string>;
type Moment = Pick<GestionArea, "today" | "words">;

export const viewOf = (text: string | undefined): View => views.find((one) => one === text) ?? "avenir";

const OPEN = "planifiee,confirmee";

/** The filters behind each view; the same limits as the numbers of the dashboard. */
export function filtersOfView(view: View, { today, words }: Moment): Input {
  const at = (ms: number) => withOffset(new Date(words.now.getTime() + ms), words.timeZone);
  switch (view) {
    case "avenir":
      return { date_min: today, ordering: "date" };
    case "aujourdhui":
      return { date_min: today, date_max: today, ordering: "date" };
    case "a-affecter":
      return {
        statut: OPEN,
        sans_intervenant: "true",
        date_min: at(0),
        date_max: at(PRESSING_MS),
        ordering: "date",
      };
    case "retard":
      return { statut: OPEN, date_min: today, date_max: at(-GRACE_MS), ordering: "date" };
    case "sans-depart":
      return { statut: "en_cours", fin_max: at(-GRACE_MS), ordering: "date" };
    case "non-pointees":
      return { statut: OPEN, date_max: parseDate(today).subtract({ days: 1 }).toString(), ordering: "-date" };
    case "a-valider":
      return { statut: "realisee", ordering: "date" };
    default:
      return { ordering: "-date" };
  }
}

const day = /^\d{4}-\d{2}-\d{2}$/;
const number = /^\d{1,9}$/;

/** The filters that the list knows, and what each may hold: an address typed by hand shows all rather than nothing. */
const own: Record<string, (text: string) => boolean> = {
  q: () => true,
  statut: (text) => text.split(",").every((one) => etatsPrestation.some((known) => known === one)),
  intervenant_id: (text) => number.test(text),
  client_id: (text) => number.test(text),
  type: (text) => /^[a-z0-9-]{1,60}$/.test(text),
  date_min: (text) => day.test(text) && !Number.isNaN(Date.parse(text)),
  date_max: (text) => day.test(text) && !Number.isNaN(Date.parse(text)),
  ordering: (text) => ["date", "-date"].includes(text),
  sans_intervenant: (text) => text === "true",
};

/** The person's own filters, those of the address that make sense. */
export function ownFilters(params: Input): Input {
  return Object.fromEntries(
    Object.entries(own).flatMap(([name, isFine]) => {
      const text = params[name];
      return text && isFine(text) ? [[name, text]] : [];
    }),
  );
}

/** Input of the list: the view's filters, then the person's own. */
export function listInputOf(params: Input, moment: Moment): Input {
  return { ...filtersOfView(viewOf(params.vue), moment), ...ownFilters(params) };
}

/** The address of the list with some parameters changed; undefined or empty takes one away. */
export function listHref(params: Input, change: Record<string, string | undefined>): string {
  const merged = { ...(params.vue ? { vue: params.vue } : {}), ...ownFilters(params), ...change };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(merged)) if (value) query.set(name, value);
  const text = query.toString();
  return text ? `/gestion/visites?${text}` : "/gestion/visites";
}
