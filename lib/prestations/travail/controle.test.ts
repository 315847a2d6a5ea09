import { describe, expect, test } from "vitest";
import { codes, type Line, MONDAY, of, work } from "./travail.testing";

describe("one day", () => {
  test("ten hours at most; in IDCC 3127 up to twelve with a reason, beyond never, with the Code alone never", () => {
    expect(
      codes(
        work([
          [0, 7, 12],
          [0, 13, 18],
        ]),
      ),
    ).not.toContain("dailyMaxExceeded");
    expect(
      of(
        "dailyMaxExceeded",
        work([
          [0, 7, 13],
          [0, 14, 18.5],
        ]),
      ),
    ).toMatchObject([
      { mesure: 630, limite: 600, severite: "block", derogeable: true, visites: [1, 2], jour: MONDAY },
    ]);
    expect(
      of(
        "dailyMaxExceeded",
        work([
          [0, 6, 13],
          [0, 13.5, 19],
        ]),
      ),
    ).toMatchObject([{ mesure: 750, derogeable: false }]);
    const alone = work(
      [
        [0, 7, 13],
        [0, 14, 18.5],
      ],
      { convention: "droit_commun" },
    );
    expect(of("dailyMaxExceeded", alone)).toMatchObject([{ derogeable: false }]);
  });

  test("travel between visits counts as work, never more than the gap; what is under a quarter counts whole", () => {
    const day = (travel: number): Line[] => [
      [0, 7, 12],
      [0, 13, 17.75, travel],
    ];
    expect(codes(work(day(15)))).not.toContain("dailyMaxExceeded");
    expect(of("dailyMaxExceeded", work(day(16)))).toMatchObject([{ mesure: 601 }]);
    expect(of("dailyMaxExceeded", work(day(600)))).toMatchObject([{ mesure: 645 }]);
    expect(
      of(
        "dailyMaxExceeded",
        work([
          [0, 7, 12],
          [0, 12.2, 17.1],
        ]),
      ),
    ).toMatchObject([{ mesure: 606 }]);
  });

  test("amplitude runs from the first start to the last end", () => {
    expect(
      codes(
        work([
          [0, 7, 9],
          [0, 17, 19],
        ]),
      ),
    ).not.toContain("amplitudeExceeded");
    expect(
      of(
        "amplitudeExceeded",
        work([
          [0, 7, 9],
          [0, 17, 19.5],
        ]),
      ),
    ).toMatchObject([{ mesure: 750, limite: 720, derogeable: true }]);
  });

  test("a break is missing where six hours pass without twenty minutes", () => {
    expect(
      of(
        "breakMissing",
        work([
          [0, 8, 11],
          [0, 11.25, 14.5],
        ]),
      ),
    ).toMatchObject([{ mesure: 390, severite: "warn", visites: [1, 2] }]);
    expect(
      codes(
        work([
          [0, 8, 11],
          [0, 11.5, 14.5],
        ]),
      ),
    ).not.toContain("breakMissing");
  });

  test("gaps count for part-timers only: how many, how long", () => {
    const lines: Line[] = [
      [0, 7, 8],
      [0, 10.5, 11],
      [0, 14, 15],
    ];
    expect(codes(work(lines, { convention: "droit_commun" }))).not.toContain("tooManyInterruptions");
    const part = work(lines, { convention: "droit_commun", partiel: true });
    expect(of("tooManyInterruptions", part)).toMatchObject([{ mesure: 2, limite: 1, severite: "warn" }]);
    expect(of("longInterruptions", part)).toMatchObject([{ mesure: 2, limite: 0 }]);
    const bad = work(lines, { convention: "idcc_2941", partiel: true });
    expect(of("interruptionsTotal", bad)).toMatchObject([{ mesure: 330, limite: 300 }]);
  });

  test("night hours of one night, over midnight", () => {
    const lines: Line[] = [
      [0, 20, 24],
      [1, 0, 8],
    ];
    const found = of("nightWork", work(lines, { convention: "droit_commun" }));
    expect(found).toMatchObject([{ mesure: 540, limite: 480, jour: MONDAY }]);
  });
});

describe("rest", () => {
  test("eleven hours between two days, to the minute, by nobody's reason", () => {
    expect(
      codes(
        work([
          [0, 18, 20],
          [1, 7, 9],
        ]),
      ),
    ).not.toContain("dailyRestTooShort");
    expect(
      of(
        "dailyRestTooShort",
        work([
          [0, 18, 20 + 1 / 60],
          [1, 7, 9],
        ]),
      ),
    ).toMatchObject([{ mesure: 659, limite: 660, visites: [1, 2], derogeable: false }]);
  });

  test("a spread of more than thirteen hours leaves less than eleven of the day", () => {
    expect(
      of(
        "dailyRestTooShort",
        work([
          [0, 6, 8],
          [0, 18, 20],
        ]),
      ),
    ).toMatchObject([{ mesure: 600 }]);
  });

  test("thirty-five hours in one piece each week, of which a day within it", () => {
    const six: Line[] = [0, 1, 2, 3, 4, 5].map((day): Line => [day, 8, 12]);
    expect(codes(work(six))).not.toContain("weeklyRestTooShort");
    expect(of("weeklyRestTooShort", work([...six, [6, 10, 12]]))).toMatchObject([
      { limite: 2100, jour: MONDAY, derogeable: false, mesure: 23 * 60 },
    ]);
  });
});

describe("weeks and beyond", () => {
  const five: Line[] = [0, 1, 2, 3, 4].map((day): Line => [day, 8, 17.6]);

  test("forty-eight hours, fifty in a household; nothing passes them", () => {
    expect(codes(work(five))).not.toContain("weeklyMaxExceeded");
    const more = [...five, [5, 8, 9] as Line];
    expect(of("weeklyMaxExceeded", work(more))).toMatchObject([{ mesure: 2940, derogeable: false }]);
    expect(codes(work(more, { convention: "idcc_3239" }))).not.toContain("weeklyMaxExceeded");
  });

  test("forty-four hours on average of twelve weeks in a row, whichever twelve", () => {
    const weeks = (from: number, count: number) =>
      new Map(
        Array.from({ length: count }, (_, at): [string, number] => [
          new Date(Date.UTC(2026, 2, 9 + 7 * (from + at))).toISOString().slice(0, 10),
          2700,
        ]),
      );
    expect(of("weeklyMeanExceeded", work(five, { autour: weeks(-11, 10) }))).toEqual([]);
    const around = new Map([...weeks(-11, 10), ...weeks(2, 10)]);
    const full = work([...five, ...five.map(([day, a, b]): Line => [day - 7, a, b])], { autour: around });
    expect(of("weeklyMeanExceeded", full)).toMatchObject([
      { mesure: Math.round((10 * 2700 + 2 * 2880) / 12), limite: 2640 },
    ]);
  });

  test("more than six days in a row and more Sundays than foreseen are told", () => {
    const ten = Array.from({ length: 10 }, (_, day): Line => [day - 3, 9, 10]);
    expect(of("tooManyConsecutiveDays", work(ten))).toMatchObject([{ mesure: 10, limite: 6 }]);
    const autour = new Map([
      ["2026-03-29", 60],
      ["2026-03-22", 0],
    ]);
    const sundays = work(
      [
        [-1, 9, 10],
        [6, 9, 10],
      ].map(([d, a, b]) => [d ?? 0, a ?? 0, b ?? 0]),
      { autour },
    );
    expect(of("sundayWork", sundays)).toMatchObject([{ mesure: 3, limite: 2, severite: "warn" }]);
    const holiday = work([[2, 9, 10]], { estFerie: (jour) => jour === "2026-03-11" });
    expect(of("holidayWork", holiday)).toMatchObject([{ jour: "2026-03-11", severite: "warn" }]);
  });
});
