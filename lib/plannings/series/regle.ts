import * as rrule from "rrule";
import { instantOf } from "@/lib/foundation/zoned";
import type { joursRegle } from "./schemas-jours";

/** Node reads the library as CommonJS, whole under `default`; bundlers read its modules. */
const library: typeof rrule & { default?: typeof rrule } = rrule;
const { RRule } = library.default ?? library;

/** Why a rule is refused; each has its sentence. */
export type RegleFault =
  | "ruleForm"
  | "ruleFrequency"
  | "rulePart"
  | "ruleInterval"
  | "ruleDays"
  | "ruleCount"
  | "ruleUntil"
  | "ruleEmpty";

export const frequencesRegle = ["DAILY", "WEEKLY", "MONTHLY"] as const;
export type JourRegle = (typeof joursRegle)[number];

/** A recurrence, as RFC 5545 says it, in civil days. `rang`: the nth such day of the month, negative from its end. */
export type Regle = {
  freq: (typeof frequencesRegle)[number];
  intervalle: number;
  jours: readonly { jour: JourRegle; rang: number | null }[];
  nombre: number | null;
  /** Last civil day, included. */
  jusquau: string | null;
};

export class RegleError extends Error {
  constructor(
    readonly fault: RegleFault,
    readonly part = "",
  ) {
    super(`${fault} ${part}`);
  }
}

const MOST = { intervalle: 52, nombre: 1000 };
/** A day that no series of ours reaches; bounds the search of a rule without end. */
const FAR_DAYS = 366 * 5;

/**
 * Reads `FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;UNTIL=20261231`. `zone` and `heure` decide the last day of an UNTIL that
 * is an instant. Throws RegleError on anything else than FREQ, INTERVAL, BYDAY, COUNT, UNTIL.
 */
export function parseRegle(text: string, clock: { zone: string; heure: string }): Regle {
  const parts = partsOf(text);
  const freq = frequencesRegle.find((one) => one === parts.get("FREQ"));
  if (!freq) throw new RegleError("ruleFrequency", parts.get("FREQ") ?? "");
  const until = parts.get("UNTIL");
  const count = parts.get("COUNT");
  if (until !== undefined && count !== undefined) throw new RegleError("ruleCount");
  return {
    freq,
    intervalle: whole(parts.get("INTERVAL") ?? "1", MOST.intervalle, "ruleInterval"),
    jours: daysOf(parts.get("BYDAY"), freq),
    nombre: count === undefined ? null : whole(count, MOST.nombre, "ruleCount"),
    jusquau: until === undefined ? null : lastDay(until, clock),
  };
}

function partsOf(text: string): Map<string, string> {
  const parts = new Map<string, string>();
  for (const part of text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, "")
    .split(";")) {
    const [name = "", value = "", ...rest] = part.split("=");
    if (!name || !value || rest.length > 0 || parts.has(name)) throw new RegleError("ruleForm", part);
    if (!["FREQ", "INTERVAL", "BYDAY", "COUNT", "UNTIL"].includes(name))
      throw new RegleError("rulePart", name);
    parts.set(name, value);
  }
  return parts;
}

function whole(text: string, most: number, fault: RegleFault): number {
  const value = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (value < 1 || value > most) throw new RegleError(fault, text);
  return value;
}

function daysOf(text: string | undefined, freq: Regle["freq"]): Regle["jours"] {
  if (text === undefined) return [];
  const days = text.split(",").map((one) => {
    const match = /^([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)$/.exec(one);
    if (!match || (match[1] && freq !== "MONTHLY")) throw new RegleError("ruleDays", one);
    return { jour: match[2] as JourRegle, rang: match[1] ? Number(match[1]) : null };
  });
  const seen = new Set(days.map(({ jour, rang }) => `${rang}${jour}`));
  return days.filter(({ jour, rang }) => seen.delete(`${rang}${jour}`));
}

function lastDay(text: string, { zone, heure }: { zone: string; heure: string }): string {
  const match = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?$/.exec(text);
  const jour = match && `${match[1]}-${match[2]}-${match[3]}`;
  if (!jour || Number.isNaN(Date.parse(jour)) || new Date(jour).toISOString().slice(0, 10) !== jour)
    throw new RegleError("ruleUntil", text);
  if (match[4] === undefined) return jour;
  const until = `${jour}T${match[4]}:${match[5]}:${match[6]}${match[7]}`;
  if (Number.isNaN(Date.parse(until))) throw new RegleError("ruleUntil", text);
  const end = instantOf(until, zone, "rrule").getTime();
  const near = [1, 0, -1].map((shift) => shifted(jour, shift));
  return near.find((day) => instantOf(`${day}T${heure}`, zone, "rrule").getTime() <= end) ?? jour;
}

/** The one way in which a rule is kept and told to others. */
export function regleText({ freq, intervalle, jours, nombre, jusquau }: Regle): string {
  return [
    `FREQ=${freq}`,
    intervalle > 1 ? `INTERVAL=${intervalle}` : "",
    jours.length > 0 ? `BYDAY=${jours.map(({ jour, rang }) => `${rang ?? ""}${jour}`).join(",")}` : "",
    nombre === null ? "" : `COUNT=${nombre}`,
    jusquau === null ? "" : `UNTIL=${jusquau.replaceAll("-", "")}`,
  ]
    .filter(Boolean)
    .join(";");
}

/** Days of a rule that begins on `premierJour`, up to `au` included, in order. */
export function daysOfRegle(regle: Regle, premierJour: string, au: string): string[] {
  const end = regle.jusquau !== null && regle.jusquau < au ? regle.jusquau : au;
  if (end < premierJour) return [];
  const days = regle.jours.map(({ jour, rang }) => (rang === null ? RRule[jour] : RRule[jour].nth(rang)));
  const rule = new RRule(
    {
      freq: RRule[regle.freq],
      interval: regle.intervalle,
      dtstart: noon(premierJour),
      ...(days.length > 0 && { byweekday: days }),
      ...(regle.nombre !== null && { count: regle.nombre }),
      until: noon(end),
    },
    true,
  );
  return rule.all().map((date) => date.toISOString().slice(0, 10));
}

/** The last day of a rule, `finLe` counted in; null without end. Throws `ruleEmpty` when it has no day at all. */
export function lastDayOf(regle: Regle, premierJour: string, finLe: string | null): string | null {
  const bound = [regle.jusquau, finLe].filter((day) => day !== null).sort()[0] ?? null;
  const far = shifted(premierJour, FAR_DAYS);
  const seen = bound !== null && bound < far ? bound : far;
  const days = daysOfRegle(regle, premierJour, seen);
  if (days.length === 0) throw new RegleError("ruleEmpty");
  if (seen === bound || days.length === regle.nombre) return days.at(-1) ?? null;
  return bound;
}

const noon = (jour: string) => new Date(`${jour}T12:00:00Z`);
export const shifted = (jour: string, days: number) =>
  new Date(Date.parse(`${jour}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
