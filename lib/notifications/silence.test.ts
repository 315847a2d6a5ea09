import { expect, test } from "vitest";
import { heldUntil } from "./silence";

const night = { debut: "22:00", fin: "07:00" };
const held = (now: string, zone: string, silence = night) =>
  heldUntil(new Date(now), zone, silence)?.toISOString();

test("an e-mail of the evening or of the early morning waits for the end of the night, in the agency's time", () => {
  expect(held("2026-03-10T22:30:00Z", "Europe/Paris")).toBe("2026-03-11T06:00:00.000Z");
  expect(held("2026-03-11T05:59:00Z", "Europe/Paris")).toBe("2026-03-11T06:00:00.000Z");
  expect(held("2026-03-11T06:00:00Z", "Europe/Paris")).toBeUndefined();
  expect(held("2026-03-10T20:59:00Z", "Europe/Paris")).toBeUndefined();
  expect(held("2026-03-10T22:30:00Z", "Africa/Algiers")).toBe("2026-03-11T06:00:00.000Z");
  expect(held("2026-03-10T20:30:00Z", "Africa/Algiers")).toBeUndefined();
});

test("quiet hours within a day end the same day", () => {
  const noon = { debut: "12:00", fin: "14:00" };
  expect(held("2026-03-10T12:00:00Z", "Europe/Paris", noon)).toBe("2026-03-10T13:00:00.000Z");
  expect(held("2026-03-10T13:00:00Z", "Europe/Paris", noon)).toBeUndefined();
});

test("the night of the change of clock ends at the new clock's seven", () => {
  expect(held("2026-03-28T22:30:00Z", "Europe/Paris")).toBe("2026-03-29T05:00:00.000Z");
  expect(held("2026-10-24T21:30:00Z", "Europe/Paris")).toBe("2026-10-25T06:00:00.000Z");
});
