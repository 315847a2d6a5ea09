import { describe, expect, test } from "vitest";
import { delaisOf, missing } from "./incident";

const noticed = new Date("2026-01-30T08:00:00Z");
const facts = { constateLe: noticed, nis2: true, risque: "possible" as const };
const hoursOn = (hours: number) => new Date(noticed.getTime() + hours * 3_600_000);
const states = (hours: number, steps: Parameters<typeof delaisOf>[1] = [], change = {}) =>
  Object.fromEntries(
    delaisOf({ ...facts, ...change }, steps, hoursOn(hours)).map(({ nom, etat }) => [nom, etat]),
  );

describe("the clocks of an incident", () => {
  test("24 hours, 72 hours, and a month after the notification or after its deadline", () => {
    const ends = (steps: Parameters<typeof delaisOf>[1]) =>
      Object.fromEntries(
        delaisOf(facts, steps, noticed).map(({ nom, echeance }) => [nom, echeance.toISOString()]),
      );
    expect(ends([])).toEqual({
      alerte_precoce: "2026-01-31T08:00:00.000Z",
      notification: "2026-02-02T08:00:00.000Z",
      personnes_informees: "2026-02-02T08:00:00.000Z",
      rapport_final: "2026-03-02T08:00:00.000Z",
    });
    const sent = ends([{ type: "notification", faitLe: new Date("2026-01-31T09:00:00Z") }]);
    expect(sent.rapport_final).toBe("2026-02-28T09:00:00.000Z");
  });

  test("turn from to do to soon to overdue at their minute, and stop at the first step, late or not", () => {
    expect(states(17).alerte_precoce).toBe("a_faire");
    expect(states(18).alerte_precoce).toBe("bientot");
    expect(states(24).alerte_precoce).toBe("bientot");
    expect(states(24.1).alerte_precoce).toBe("depasse");
    const told = (hours: number) => [{ type: "alerte_precoce" as const, faitLe: hoursOn(hours) }];
    expect(states(30, told(24)).alerte_precoce).toBe("fait");
    expect(states(30, told(25)).alerte_precoce).toBe("fait_en_retard");
    expect(states(30, [...told(25), ...told(3)]).alerte_precoce).toBe("fait");
  });

  test("run only where the facts ask for them", () => {
    expect(states(1, [], { nis2: false })).toMatchObject({
      alerte_precoce: "non_requis",
      notification: "a_faire",
      personnes_informees: "non_requis",
      rapport_final: "non_requis",
    });
    expect(states(1, [], { nis2: false, risque: "aucun" }).notification).toBe("non_requis");
    expect(states(1, [], { risque: "aucun" }).notification).toBe("a_faire");
    expect(states(1, [], { risque: "eleve" }).personnes_informees).toBe("a_faire");
    expect(missing(delaisOf({ ...facts, nis2: false, risque: "aucun" }, [], hoursOn(99)))).toEqual([]);
  });
});
