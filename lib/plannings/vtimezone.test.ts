import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { withOffset } from "@/lib/foundation/zoned";
import { type Entry, toIcalendar } from "./icalendar";

const HOUR_MS = 3_600_000;

/** The visits as an independent library understands them: instants, not texts. */
function read(visits: { debut: string; hours: number }[], fuseau: string) {
  const entries = visits.map(({ debut, hours }, index): Entry => {
    const start = new Date(debut);
    return {
      uid: `visit-${index}`,
      sequence: 1,
      modifieLe: new Date("2026-01-01T00:00:00Z"),
      debut: start,
      fin: new Date(start.getTime() + hours * HOUR_MS),
      fuseau,
      titre: "Nuit",
      langue: "fr",
      statut: "CONFIRMED",
    };
  });
  const times = entries.flatMap(({ debut, fin }) => [debut.getTime(), fin.getTime()]);
  const span = { du: new Date(Math.min(...times)), au: new Date(Math.max(...times)) };
  const text = toIcalendar({ langue: "fr", fuseaux: [fuseau], span, entries });
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
  return {
    text,
    events,
    spans: events.map(({ startDate, endDate }) => ({
      debut: startDate.toJSDate().toISOString(),
      hours: (endDate.toJSDate().getTime() - startDate.toJSDate().getTime()) / HOUR_MS,
      shown: startDate.toString(),
    })),
  };
}

describe("a week in which the clock changes", () => {
  test("spring in Paris: a night that loses an hour, and the days around it", () => {
    const visits = [
      { debut: "2026-03-28T08:00:00.000Z", hours: 2 },
      { debut: "2026-03-28T21:00:00.000Z", hours: 9 },
      { debut: "2026-03-29T07:00:00.000Z", hours: 2 },
    ];
    const { spans } = read(visits, "Europe/Paris");
    expect(spans).toMatchObject(visits);
    expect(spans.map(({ shown }) => shown)).toEqual([
      "2026-03-28T09:00:00",
      "2026-03-28T22:00:00",
      "2026-03-29T09:00:00",
    ]);
  });

  test("autumn in Paris: a night that gains an hour, whose half past two is said in UTC", () => {
    const visits = [
      { debut: "2026-10-24T20:00:00.000Z", hours: 9 },
      { debut: "2026-10-25T00:30:00.000Z", hours: 1 },
      { debut: "2026-10-25T01:30:00.000Z", hours: 1 },
      { debut: "2026-10-25T08:00:00.000Z", hours: 2 },
    ];
    const { spans, text } = read(visits, "Europe/Paris");
    expect(spans).toMatchObject(visits);
    expect(text).toContain("DTSTART:20261025T003000Z\r\n");
    expect(text).toContain("DTSTART:20261025T013000Z\r\n");
  });

  test("Ramadan in Casablanca: the clock goes back and forth within five weeks", () => {
    const visits = ["2026-02-10", "2026-02-20", "2026-03-10", "2026-04-10"].map((day) => ({
      debut: `${day}T09:00:00.000Z`,
      hours: 3,
    }));
    const { spans, text } = read(visits, "Africa/Casablanca");
    expect(spans).toMatchObject(visits);
    expect(spans.map(({ debut, shown }) => [debut, shown])).toEqual(
      visits.map(({ debut }) => [debut, withOffset(new Date(debut), "Africa/Casablanca").slice(0, 19)]),
    );
    expect(new Set(spans.map(({ shown }) => shown.slice(11)))).toEqual(new Set(["09:00:00", "10:00:00"]));
    expect(text.match(/BEGIN:(STANDARD|DAYLIGHT)/g)).toHaveLength(3);
  });

  test("Algiers: no change at all", () => {
    const visits = [{ debut: "2026-03-29T01:30:00.000Z", hours: 2 }];
    const { spans, text } = read(visits, "Africa/Algiers");
    expect(spans).toMatchObject(visits);
    expect(text.match(/BEGIN:(STANDARD|DAYLIGHT)/g)).toEqual(["BEGIN:STANDARD"]);
  });
});
