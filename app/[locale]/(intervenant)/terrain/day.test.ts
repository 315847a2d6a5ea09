import { describe, expect, it } from "vitest";
import type { Prestation } from "@/lib/prestations/schemas";
import { arrangeDay, clockedMinutes, gapBetween, isForgotten, plannedMinutes, workedMinutes } from "./day";

const midnight = new Date("2026-11-23T23:00:00Z");
const now = new Date("2026-11-24T10:00:00Z");

/** Only what a day is arranged by. */
function visit(id: number, date: string, duree: number, over: Partial<Prestation> = {}): Prestation {
  const debut = new Date(date);
  const fin = new Date(debut.getTime() + duree * 3_600_000);
  const base = { id, date: debut.toISOString(), fin: fin.toISOString(), duree, statut: "confirmee" };
  return { ...base, pointages: [], adresse: null, ...over } as Prestation;
}

const at = (latitude: number, longitude: number) =>
  ({ latitude, longitude }) as unknown as Prestation["adresse"];

describe("a day in the field", () => {
  it("puts the visit in progress first, though an earlier one was never begun", () => {
    const day = arrangeDay(
      [
        visit(1, "2026-11-24T07:00:00Z", 1),
        visit(2, "2026-11-24T09:00:00Z", 2, { statut: "en_cours" }),
        visit(3, "2026-11-24T13:00:00Z", 1),
      ],
      midnight,
      now,
    );
    expect(day.next?.id).toBe(2);
    expect(day.later.map(({ visit: one }) => one.id)).toEqual([1, 3]);
  });

  it("counts what is planned and what is done, cancelled visits left out", () => {
    const day = arrangeDay(
      [
        visit(1, "2026-11-24T07:00:00Z", 1.5, {
          statut: "realisee",
          pointages: [
            { type: "arrivee", horodatage: "2026-11-24T08:02:00+01:00" },
            { type: "depart", horodatage: "2026-11-24T09:34:00+01:00" },
          ],
        }),
        visit(2, "2026-11-24T11:00:00Z", 2),
        visit(3, "2026-11-24T14:00:00Z", 4, { statut: "annulee" }),
      ],
      midnight,
      now,
    );
    expect(day).toMatchObject({ count: 2, planned: 210, worked: 92 });
    expect(day.done.map(({ id }) => id)).toEqual([1]);
    expect(day.cancelled.map(({ id }) => id)).toEqual([3]);
  });

  it("keeps a night visit that began yesterday, and names a forgotten clocking apart", () => {
    const night = visit(1, "2026-11-23T21:00:00Z", 4, { statut: "en_cours" });
    const forgotten = visit(2, "2026-11-23T14:00:00Z", 1);
    const day = arrangeDay([forgotten, night], midnight, now);
    expect(day.next?.id).toBe(1);
    expect(day.forgotten.map(({ id }) => id)).toEqual([2]);
    expect(day.count).toBe(1);
  });

  it("has nothing on a free day", () => {
    expect(arrangeDay([], midnight, now)).toMatchObject({ next: undefined, count: 0, planned: 0 });
  });
});

describe("a clocking", () => {
  it("counts as forgotten until 24 hours after the planned start", () => {
    expect(isForgotten(visit(1, "2026-11-23T11:00:00Z", 1), now)).toBe(true);
    expect(isForgotten(visit(1, "2026-11-23T09:00:00Z", 1), now)).toBe(false);
    expect(isForgotten(visit(1, "2026-11-24T09:30:00Z", 1), now)).toBe(false);
  });

  it("gives the planned time where one is missing", () => {
    const half = visit(1, "2026-11-24T07:00:00Z", 2, {
      statut: "validee",
      pointages: [{ type: "arrivee", horodatage: "2026-11-24T08:00:00+01:00" }],
    });
    expect(clockedMinutes(half)).toBeNull();
    expect(workedMinutes([half])).toBe(120);
    expect(plannedMinutes([half, visit(2, "2026-11-24T10:00:00Z", 1, { statut: "annulee" })])).toBe(120);
  });
});

describe("the way between two visits", () => {
  const before = visit(1, "2026-11-24T08:00:00Z", 1, { adresse: at(48.85, 2.35) });

  it("is the time left and the straight line", () => {
    const after = visit(2, "2026-11-24T09:45:00Z", 1, { adresse: at(48.85, 2.39) });
    const gap = gapBetween(before, after);
    expect(gap).toMatchObject({ minutes: 45, tight: false });
    expect(gap?.km).toBeCloseTo(2.93, 1);
  });

  it("is tight when no one crosses a town that fast", () => {
    const after = visit(2, "2026-11-24T09:05:00Z", 1, { adresse: at(48.85, 2.39) });
    expect(gapBetween(before, after)?.tight).toBe(true);
  });

  it("is nothing before the first visit", () => {
    expect(gapBetween(undefined, before)).toBeNull();
  });
});
