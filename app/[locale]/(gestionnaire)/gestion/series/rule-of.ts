/** Days of the week as the form sends them and as RFC 5545 writes them. */
const week = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

const text = (form: FormData, name: string) => String(form.get(name) ?? "").trim();

/** The rule that the answers of the form add up to, RFC 5545. */
export function ruleOf(form: FormData): string {
  const freq = text(form, "frequence");
  const every = text(form, "intervalle");
  const end = text(form, "fin");
  const until = text(form, "jusquau").replaceAll("-", "");
  const days = freq === "WEEKLY" ? form.getAll("jours").map(String) : monthDay(form, freq);
  return [
    `FREQ=${freq}`,
    every && every !== "1" ? `INTERVAL=${every}` : "",
    days.length > 0 ? `BYDAY=${days.join(",")}` : "",
    end === "date" && until ? `UNTIL=${until}` : "",
    end === "fois" ? `COUNT=${text(form, "nombre")}` : "",
  ]
    .filter(Boolean)
    .join(";");
}

/** "The second Tuesday", as the first day is; nothing when the visit keeps to its date. */
function monthDay(form: FormData, freq: string): string[] {
  const first = new Date(`${text(form, "premier_jour")}T00:00:00Z`);
  if (freq !== "MONTHLY" || text(form, "mensuel") !== "jour" || Number.isNaN(first.getTime())) return [];
  const rank = Math.ceil(first.getUTCDate() / 7);
  return [`${rank === 5 ? -1 : rank}${week[first.getUTCDay()]}`];
}

const own = [
  "client_id",
  "type",
  "adresse_id",
  "intervenant_id",
  "duree",
  "premier_jour",
  "jours_feries",
  "exceptions",
  "instructions",
  "derogation",
];

/** The answers as the operation reads them; what was left empty is left out. */
export function serieOf(form: FormData): Record<string, unknown> {
  const filled = own.flatMap((name) => (text(form, name) ? [[name, text(form, name)]] : []));
  return { ...Object.fromEntries(filled), heure: text(form, "heure").slice(0, 5), rrule: ruleOf(form) };
}
