import {
  CalendarDate,
  GregorianCalendar,
  IslamicUmalquraCalendar,
  parseDate,
  toCalendar,
} from "@internationalized/date";
import type { pays } from "@/db/states";

export type Pays = (typeof pays)[number];
/** Where the work takes place decides which days are holidays. */
export type Lieu = { pays: Pays; codePostal: string };

/** Fixed days, `MM-DD` → name. FR: Code du travail L3133-1; DZ: ordonnance 63-278; MA: décret 2-04-426 and later ones. */
const fixed = {
  FR: {
    "01-01": "newYear",
    "05-01": "labourDay",
    "05-08": "victory",
    "07-14": "nationalDay",
    "08-15": "assumption",
    "11-01": "allSaints",
    "11-11": "armistice",
    "12-25": "christmas",
  },
  DZ: {
    "01-01": "newYear",
    "01-12": "yennayer",
    "05-01": "labourDay",
    "07-05": "independence",
    "11-01": "revolution",
  },
  MA: {
    "01-01": "newYear",
    "01-11": "manifesto",
    "01-14": "yennayer",
    "05-01": "labourDay",
    "07-30": "throne",
    "08-14": "ouedEdDahab",
    "08-20": "revolution",
    "08-21": "youth",
    "11-06": "greenMarch",
    "11-18": "independence",
  },
} as const;

/** Days counted from Easter Sunday. */
const moving = { 1: "easterMonday", 39: "ascension", 50: "whitMonday" } as const;
/** Alsace-Moselle (L3134-13); Good Friday in communes with a Protestant or mixed church, taken as all of them. */
const localLaw = ["57", "67", "68"];
/** Abolition of slavery overseas (L3422-2), by the first three figures of the postal code. */
const abolition: Readonly<Record<string, string>> = {
  "971": "05-27",
  "972": "05-22",
  "973": "06-10",
  "974": "12-20",
  "976": "04-27",
};
/** Month, day and length in the Umm al-Qura calendar: what is computed; the moon may be seen a day apart. */
const lunar = {
  FR: [],
  DZ: [
    ["hijriNewYear", 1, 1, 1],
    ["ashura", 1, 10, 1],
    ["mawlid", 3, 12, 1],
    ["fitr", 10, 1, 3],
    ["adha", 12, 10, 3],
  ],
  MA: [
    ["hijriNewYear", 1, 1, 1],
    ["mawlid", 3, 12, 1],
    ["fitr", 10, 1, 2],
    ["adha", 12, 10, 2],
  ],
} as const;

type Values<T> = T[keyof T];
type Fixed = { [P in Pays]: Values<(typeof fixed)[P]> }[Pays];
export type Ferie =
  | Fixed
  | Values<typeof moving>
  | "goodFriday"
  | "secondChristmas"
  | "abolition"
  | "hijriNewYear"
  | "ashura"
  | "mawlid"
  | "fitr"
  | "adha";

/** Easter Sunday of the Gregorian calendar (Meeus). */
export function easter(year: number): CalendarDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const m = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return new CalendarDate(year, Math.floor(m / 31), (m % 31) + 1);
}

const known = new Map<string, ReadonlyMap<string, Ferie>>();

/** Public holidays of a year where the work takes place: civil day → name. */
export function feriesOf(year: number, lieu: Lieu): ReadonlyMap<string, Ferie> {
  const key = `${year} ${lieu.pays} ${lieu.pays === "FR" ? lieu.codePostal.slice(0, 3) : ""}`;
  const found = known.get(key) ?? computed(year, lieu);
  known.set(key, found);
  return found;
}

/** The holiday that a civil day is, if any. */
export const ferieOn = (jour: string, lieu: Lieu): Ferie | undefined =>
  feriesOf(Number(jour.slice(0, 4)), lieu).get(jour);

function computed(year: number, { pays, codePostal }: Lieu): ReadonlyMap<string, Ferie> {
  const days = new Map<string, Ferie>();
  for (const [day, name] of Object.entries(fixed[pays])) days.set(`${year}-${day}`, name);
  if (pays === "FR") addFrench(days, year, codePostal);
  const first = toCalendar(parseDate(`${year}-01-01`), hijri).year;
  for (const [name, month, day, length] of lunar[pays])
    for (const hijriYear of [first, first + 1])
      for (let at = 0; at < length; at += 1) {
        const date = toCalendar(new CalendarDate(hijri, hijriYear, month, day).add({ days: at }), gregorian);
        if (date.year === year) days.set(date.toString(), name);
      }
  return days;
}

const hijri = new IslamicUmalquraCalendar();
const gregorian = new GregorianCalendar();

function addFrench(days: Map<string, Ferie>, year: number, codePostal: string): void {
  const sunday = easter(year);
  for (const [shift, name] of Object.entries(moving))
    days.set(sunday.add({ days: Number(shift) }).toString(), name);
  if (localLaw.includes(codePostal.slice(0, 2))) {
    days.set(sunday.subtract({ days: 2 }).toString(), "goodFriday");
    days.set(`${year}-12-26`, "secondChristmas");
  }
  const freed = abolition[codePostal.slice(0, 3)];
  if (freed) days.set(`${year}-${freed}`, "abolition");
}
