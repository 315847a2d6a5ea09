import { CalendarDate, fromDate, getDayOfWeek, parseDate } from "@internationalized/date";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { instantOf } from "@/lib/foundation/zoned";
import { easter, ferieOn, feriesOf } from "@/lib/organisation/feries";
import { occurrencesOf, type Politique } from "./occurrences";
import { regleWords } from "./phrases";
import { daysOfRegle, lastDayOf, parseRegle, type Regle, RegleError, regleText } from "./regle";
import { joursRegle } from "./schemas-jours";

const clock = { zone: "Europe/Paris", heure: "09:00" };
const paris = { pays: "FR" as const, codePostal: "75011" };
const fault = (text: string) => {
  try {
    parseRegle(text, clock);
    return "accepted";
  } catch (error) {
    return error instanceof RegleError ? error.fault : error;
  }
};

describe("parseRegle", () => {
  test("says which part of a rule is refused", () => {
    expect(
      [
        "",
        "FREQ=WEEKLY;FREQ=DAILY",
        "FREQ=HOURLY",
        "INTERVAL=2",
        "FREQ=YEARLY",
        "FREQ=WEEKLY;BYHOUR=9",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;INTERVAL=53",
        "FREQ=WEEKLY;BYDAY=1MO",
        "FREQ=WEEKLY;BYDAY=LU",
        "FREQ=DAILY;COUNT=0",
        "FREQ=DAILY;COUNT=3;UNTIL=20270101",
        "FREQ=DAILY;UNTIL=20270231",
      ].map(fault),
    ).toEqual([
      "ruleForm",
      "ruleForm",
      "ruleFrequency",
      "ruleFrequency",
      "ruleFrequency",
      "rulePart",
      "ruleInterval",
      "ruleInterval",
      "ruleDays",
      "ruleDays",
      "ruleCount",
      "ruleCount",
      "ruleUntil",
    ]);
  });

  test("an instant as UNTIL leaves out a visit of that day that begins later", () => {
    const until = (text: string) => parseRegle(`FREQ=DAILY;UNTIL=${text}`, clock).jusquau;
    expect(until("20260401T065959Z")).toBe("2026-03-31");
    expect(until("20260401T070000Z")).toBe("2026-04-01");
    expect(until("20260401")).toBe("2026-04-01");
  });

  test("a rule without any day is refused, one without end has no last day", () => {
    const daily = parseRegle("FREQ=DAILY", clock);
    expect(lastDayOf(daily, "2026-03-10", null)).toBeNull();
    expect(lastDayOf(daily, "2026-03-10", "2026-03-12")).toBe("2026-03-12");
    expect(lastDayOf(parseRegle("FREQ=WEEKLY;COUNT=3", clock), "2026-03-10", null)).toBe("2026-03-24");
    const sunday = parseRegle("FREQ=WEEKLY;BYDAY=SU", clock);
    expect(() => lastDayOf(sunday, "2026-03-10", "2026-03-12")).toThrow("ruleEmpty");
  });
});

/** The same rule by another way: every civil day is asked whether it belongs. */
function independent(regle: Regle, premierJour: string, au: string): string[] {
  const first = parseDate(premierJour);
  const out: string[] = [];
  const monday = first.subtract({ days: getDayOfWeek(first, "fr-FR", "mon") });
  for (let day = first; day.compare(parseDate(au)) <= 0; day = day.add({ days: 1 })) {
    if (regle.jusquau !== null && day.toString() > regle.jusquau) break;
    const weekday = joursRegle[getDayOfWeek(day, "fr-FR", "mon")];
    const since = Math.round((day.toDate("UTC").getTime() - first.toDate("UTC").getTime()) / 86_400_000);
    const weeks = Math.floor((day.toDate("UTC").getTime() - monday.toDate("UTC").getTime()) / 604_800_000);
    const months = (day.year - first.year) * 12 + day.month - first.month;
    const rank = Math.ceil(day.day / 7);
    const fromEnd = -Math.ceil((day.calendar.getDaysInMonth(day) - day.day + 1) / 7);
    const isDay =
      regle.jours.length === 0 ||
      regle.jours.some(
        ({ jour, rang }) => jour === weekday && (rang === null || rang === rank || rang === fromEnd),
      );
    const fits =
      regle.freq === "DAILY"
        ? since % regle.intervalle === 0 && isDay
        : regle.freq === "WEEKLY"
          ? weeks % regle.intervalle === 0 &&
            (regle.jours.length > 0 ? isDay : getDayOfWeek(day, "fr-FR") === getDayOfWeek(first, "fr-FR"))
          : months % regle.intervalle === 0 && (regle.jours.length > 0 ? isDay : day.day === first.day);
    if (fits) out.push(day.toString());
    if (regle.nombre !== null && out.length === regle.nombre) break;
  }
  return out;
}

const weekdays = fc.uniqueArray(fc.constantFrom(...joursRegle), { maxLength: 4 });
const day = fc
  .tuple(
    fc.integer({ min: 2024, max: 2030 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 31 }),
  )
  .map(([year, month, date]) => new CalendarDate(year, month, date).toString());
const regles: fc.Arbitrary<Regle> = fc
  .record({
    freq: fc.constantFrom("DAILY" as const, "WEEKLY" as const, "MONTHLY" as const),
    intervalle: fc.integer({ min: 1, max: 5 }),
    jours: weekdays,
    rang: fc.option(fc.constantFrom(1, 2, 3, 4, 5, -1, -2)),
    nombre: fc.option(fc.integer({ min: 1, max: 30 })),
  })
  .map(({ freq, intervalle, jours, rang, nombre }) => ({
    freq,
    intervalle,
    jours: jours.map((jour) => ({ jour, rang: freq === "MONTHLY" ? rang : null })),
    nombre,
    jusquau: null,
  }));

describe("occurrences", () => {
  test("are those of an independent computation, and of the rule once it was written and read again", () => {
    fc.assert(
      fc.property(regles, day, fc.integer({ min: 0, max: 400 }), (regle, premierJour, length) => {
        const au = parseDate(premierJour).add({ days: length }).toString();
        const days = daysOfRegle(regle, premierJour, au);
        expect(days).toEqual(independent(regle, premierJour, au));
        const again = parseRegle(regleText(regle), clock);
        expect(daysOfRegle(again, premierJour, au)).toEqual(days);
      }),
      { numRuns: 300 },
    );
  });

  test("keep the clock time of the agency across the changes of clock", () => {
    const zones = ["Europe/Paris", "Africa/Casablanca", "Africa/Algiers"];
    fc.assert(
      fc.property(regles, day, fc.constantFrom(...zones), (regle, premierJour, zone) => {
        const au = parseDate(premierJour).add({ days: 370 }).toString();
        for (const jour of daysOfRegle(regle, premierJour, au)) {
          const local = fromDate(instantOf(`${jour}T09:30`, zone, "date"), zone);
          expect([local.toString().slice(0, 10), local.hour, local.minute]).toEqual([jour, 9, 30]);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("holidays: kept, left out, or put off to a working day without another visit; never two visits on a day", () => {
    const lieux = [
      paris,
      { pays: "FR" as const, codePostal: "67000" },
      { pays: "MA" as const, codePostal: "20000" },
    ];
    const politiques: Politique[] = ["maintenir", "sauter", "reporter"];
    fc.assert(
      fc.property(
        regles,
        day,
        fc.constantFrom(...lieux),
        fc.constantFrom(...politiques),
        fc.uniqueArray(fc.integer({ min: 0, max: 200 }), { maxLength: 10 }),
        (regle, du, lieu, joursFeries, left) => {
          const exceptions = left.map((shift) => parseDate(du).add({ days: shift }).toString());
          const au = parseDate(du).add({ days: 300 }).toString();
          const recurrence = {
            regle,
            premierJour: du,
            finLe: null,
            exceptions,
            joursFeries,
            arreteeDu: null,
          };
          const found = occurrencesOf(recurrence, lieu, { du, au });
          const nominal = independent(regle, du, au).filter((jour) => !exceptions.includes(jour));
          expect(found.map(({ jour }) => jour)).toEqual(nominal);
          const dates = found.flatMap(({ date }) => date ?? []);
          expect(new Set(dates).size).toBe(dates.length);
          for (const { jour, date } of found) {
            const holiday = ferieOn(jour, lieu) !== undefined;
            if (!holiday || joursFeries === "maintenir") expect(date).toBe(jour);
            else if (joursFeries === "sauter") expect(date).toBeNull();
            else if (date !== null) {
              expect(date > jour && !exceptions.includes(date) && !nominal.includes(date)).toBe(true);
              expect(ferieOn(date, lieu)).toBeUndefined();
              expect(new Date(date).getUTCDay()).not.toBe(0);
            }
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  test("a window of a series says the same as the whole series", () => {
    fc.assert(
      fc.property(regles, day, fc.integer({ min: 0, max: 150 }), (regle, premierJour, shift) => {
        const recurrence = {
          regle,
          premierJour,
          finLe: null,
          exceptions: [],
          joursFeries: "reporter" as const,
          arreteeDu: null,
        };
        const at = (days: number) => parseDate(premierJour).add({ days }).toString();
        const whole = occurrencesOf(recurrence, paris, { du: premierJour, au: at(300) });
        const part = occurrencesOf(recurrence, paris, { du: at(shift), au: at(shift + 60) });
        expect(part).toEqual(whole.filter(({ jour }) => jour >= at(shift) && jour <= at(shift + 60)));
      }),
      { numRuns: 100 },
    );
  });
});

describe("holidays", () => {
  test("of France, Alsace-Moselle and overseas", () => {
    expect([2026, 2027, 2028].map((year) => easter(year).toString())).toEqual([
      "2026-04-05",
      "2027-03-28",
      "2028-04-16",
    ]);
    expect([...feriesOf(2026, paris).keys()].sort()).toEqual([
      "2026-01-01",
      "2026-04-06",
      "2026-05-01",
      "2026-05-08",
      "2026-05-14",
      "2026-05-25",
      "2026-07-14",
      "2026-08-15",
      "2026-11-01",
      "2026-11-11",
      "2026-12-25",
    ]);
    const metz = { pays: "FR" as const, codePostal: "57000" };
    expect([ferieOn("2026-04-03", metz), ferieOn("2026-12-26", metz)]).toEqual([
      "goodFriday",
      "secondChristmas",
    ]);
    expect(ferieOn("2026-12-20", { pays: "FR", codePostal: "97400" })).toBe("abolition");
    expect(ferieOn("2026-12-26", paris)).toBeUndefined();
  });

  test("of Morocco and Algeria, those of the moon computed", () => {
    const rabat = { pays: "MA" as const, codePostal: "10000" };
    const alger = { pays: "DZ" as const, codePostal: "16000" };
    expect([
      ferieOn("2026-01-14", rabat),
      ferieOn("2026-03-20", rabat),
      ferieOn("2026-05-27", rabat),
    ]).toEqual(["yennayer", "fitr", "adha"]);
    expect([ferieOn("2026-07-05", alger), ferieOn("2026-03-22", alger)]).toEqual(["independence", "fitr"]);
  });
});

test("a rule in plain words, in four languages", () => {
  const said = (rrule: string, locale: "fr" | "en" | "ar" | "tzm" = "fr") =>
    regleWords(locale, {
      regle: parseRegle(rrule, clock),
      premierJour: "2026-03-09",
      heure: "09:00",
      finLe: null,
    });
  expect(said("FREQ=WEEKLY")).toBe("Chaque lundi à 09:00");
  expect(said("FREQ=WEEKLY;BYDAY=MO,TH;UNTIL=20260630")).toBe(
    "Chaque lundi et jeudi à 09:00, jusqu’au 30 juin 2026",
  );
  expect(said("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO")).toBe("Toutes les 2 semaines, le lundi à 09:00");
  expect(said("FREQ=DAILY;COUNT=5")).toBe("Tous les jours à 09:00, 5 fois");
  expect(said("FREQ=MONTHLY;BYDAY=1MO")).toBe("Le premier lundi de chaque mois à 09:00");
  expect(said("FREQ=MONTHLY;BYDAY=-1FR")).toBe("Le dernier vendredi de chaque mois à 09:00");
  expect(said("FREQ=MONTHLY")).toBe("Le 9 de chaque mois à 09:00");
  expect(said("FREQ=WEEKLY;BYDAY=MO", "en")).toBe("Every Monday at 09:00");
  expect(said("FREQ=WEEKLY;BYDAY=MO", "ar")).toContain("كل الاثنين");
  expect(said("FREQ=WEEKLY;BYDAY=MO", "tzm")).toContain("Yal Arim");
});
