import { describe, expect, it } from "vitest";
import { clockingOf } from "./clocking";

const date = "2026-11-24T10:00:00+01:00";
const at = (text: string) => new Date(text);

describe("what can be clocked on a visit", () => {
  it("is the arrival, from an hour before and for a day", () => {
    const visit = { statut: "confirmee", date } as const;
    expect(clockingOf(visit, at("2026-11-24T07:59:00Z"))).toEqual({
      act: "wait",
      from: at("2026-11-24T08:00:00Z"),
    });
    expect(clockingOf(visit, at("2026-11-24T08:00:00Z"))).toEqual({ act: "arrivee" });
    expect(clockingOf(visit, at("2026-11-25T08:59:00Z"))).toEqual({ act: "arrivee" });
    expect(clockingOf(visit, at("2026-11-25T09:00:00Z"))).toEqual({ act: "closed" });
  });

  it("is the departure once the visit runs, however late", () => {
    expect(clockingOf({ statut: "en_cours", date }, at("2026-11-26T08:00:00Z"))).toEqual({ act: "depart" });
  });

  it("is nothing before the agency confirms, nor after the end", () => {
    const now = at("2026-11-24T09:00:00Z");
    expect(clockingOf({ statut: "planifiee", date }, now)).toEqual({ act: "unconfirmed" });
    for (const statut of ["realisee", "validee", "facturee", "annulee"] as const)
      expect(clockingOf({ statut, date }, now)).toEqual({ act: "closed" });
  });
});
