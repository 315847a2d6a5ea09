import { expect, test } from "vitest";
import { firstFault, type Hours } from "./disponibilite";

const hours = (fields: Partial<Hours>): Hours => ({
  jour: 1,
  heure_debut: "08:00",
  heure_fin: "12:00",
  du: "2026-01-01",
  au: null,
  ...fields,
});

test("mornings and afternoons of one day stand together, and so do hours that touch", () => {
  expect(
    firstFault([hours({}), hours({ heure_debut: "12:00", heure_fin: "18:00" }), hours({ jour: 2 })]),
  ).toBeNull();
});

test.each([
  ["ending before they begin", [hours({ heure_fin: "08:00" })], { index: 0, field: "heure_fin" }],
  ["dates the wrong way round", [hours({ au: "2025-12-31" })], { index: 0, field: "au" }],
  [
    "two that overlap",
    [hours({}), hours({ heure_debut: "11:00", heure_fin: "13:00" })],
    { index: 1, field: "heure_debut" },
  ],
])("hours %s are at fault", (_, list, fault) => {
  expect(firstFault(list)).toEqual(fault);
});

test("the same hours may follow each other in time", () => {
  const first = hours({ au: "2026-06-30" });
  expect(firstFault([first, hours({ du: "2026-07-01" })])).toBeNull();
  expect(firstFault([first, hours({ du: "2026-06-30" })])).toEqual({ index: 1, field: "heure_debut" });
});
