import { describe, expect, it } from "vitest";
import { daysOf, hourOf, weekFrom } from "./slot-week";

const today = "2026-11-24";

describe("the week of free slots", () => {
  it("starts today when nothing is asked, and has nothing before", () => {
    expect(weekFrom(undefined, today)).toMatchObject({ du: today, au: "2026-11-30", previous: null });
  });

  it("never starts in the past, beyond the horizon or on a day that does not exist", () => {
    expect(weekFrom("2026-11-01", today).du).toBe(today);
    expect(weekFrom("2028-01-01", today).du).toBe(today);
    expect(weekFrom("2026-02-31", today).du).toBe(today);
    expect(weekFrom("demain", today).du).toBe(today);
  });

  it("goes back to today at the earliest", () => {
    expect(weekFrom("2026-11-27", today).previous).toBe(today);
    expect(weekFrom("2026-12-05", today).previous).toBe("2026-11-28");
  });

  it("stops offering a next week at the horizon", () => {
    expect(weekFrom("2027-02-20", today).next).toBeNull();
    expect(weekFrom("2026-11-24", today).next).toBe("2026-12-01");
  });

  it("shows seven days, the empty ones too", () => {
    const slot = {
      date: "2026-11-25T09:00:00+01:00",
      fin: "2026-11-25T11:00:00+01:00",
      intervenant: { id: 5, prenom: "Nadia" },
      raisons: [],
      prix_ttc: "59.08",
      devise: "EUR",
    };
    const found = { fuseau: "Europe/Paris", results: [{ jour: "2026-11-25", creneaux: [slot] }] };
    const days = daysOf({ du: today }, today, found);
    expect(days.map(({ slots }) => slots.length)).toEqual([0, 1, 0, 0, 0, 0, 0]);
    expect(days[6]).toMatchObject({ day: "2026-11-30", distance: 6 });
  });

  it("reads the hour on the agency's clock", () => {
    expect(hourOf({ date: "2026-11-25T09:00:00+01:00" }, { timeZone: "Africa/Algiers" })).toBe(9);
    expect(hourOf({ date: "2026-07-25T09:00:00+02:00" }, { timeZone: "Africa/Algiers" })).toBe(8);
  });
});
