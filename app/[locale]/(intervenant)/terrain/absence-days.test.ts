import { expect, it } from "vitest";
import { absenceDays } from "./absence-days";

it("counts the last whole day, and a day with a few hours", () => {
  const zone = "Europe/Paris";
  const whole = { debut: "2026-12-24T00:00:00+01:00", fin: "2026-12-27T00:00:00+01:00" };
  expect(absenceDays(whole, zone)).toEqual({ du: "2026-12-24", au: "2026-12-26" });
  const hours = { debut: "2026-12-24T09:00:00+01:00", fin: "2026-12-24T11:00:00+01:00" };
  expect(absenceDays(hours, zone)).toEqual({ du: "2026-12-24", au: "2026-12-24" });
});
