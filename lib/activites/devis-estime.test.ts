import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { estimateDevis } from "./devis-estime";

const credit = { rateBp: 5000, ceilingCents: 1_200_000 };
const menage = { hourlyTtcCents: 3190, minimumMin: 120, vatBp: 1000 };

describe("estimateDevis", () => {
  test("a single visit of two hours: half comes back, net and VAT add up", () => {
    const devis = estimateDevis({ ...menage, minutes: 120, frequence: "ponctuel", credit });
    expect(devis.visite).toEqual({ ht: 5800, tva: 580, ttc: 6380, reste: 3190 });
    expect(devis.mois).toEqual({ ttc: 6380, credit: 3190, reste: 3190 });
  });

  test("a weekly visit costs 52 twelfths a month", () => {
    const devis = estimateDevis({ ...menage, minutes: 120, frequence: "hebdomadaire", credit });
    expect(devis.mois.ttc).toBe(Math.round((6380 * 52) / 12));
    expect(devis.plafonne).toBe(false);
  });

  test("one hour is billed as the agency's minimum", () => {
    const devis = estimateDevis({ ...menage, minutes: 60, frequence: "ponctuel", credit });
    expect([devis.billedMin, devis.visite.ttc]).toEqual([120, 6380]);
  });

  test("the credit stops at the activity's yearly ceiling (bricolage: 500 €)", () => {
    const devis = estimateDevis({
      minutes: 120,
      frequence: "mensuel",
      hourlyTtcCents: 4350,
      minimumMin: 60,
      vatBp: 1000,
      credit: { rateBp: 5000, ceilingCents: 50_000 },
    });
    expect(devis.plafonne).toBe(true);
    expect(devis.mois.credit).toBe(Math.round(25_000 / 12));
  });

  test("without a benefit the person pays the price", () => {
    const devis = estimateDevis({ ...menage, minutes: 90, frequence: "bimensuel", credit: null });
    expect(devis.mois).toMatchObject({ credit: 0, reste: devis.mois.ttc });
    expect(devis.visite.reste).toBe(devis.visite.ttc);
  });

  test("whatever is asked, parts add up and the credit never passes the rate or the ceiling", () => {
    fc.assert(
      fc.property(
        fc.record({
          minutes: fc.integer({ min: 1, max: 1440 }),
          frequence: fc.constantFrom("ponctuel", "hebdomadaire", "bimensuel", "mensuel" as const),
          hourlyTtcCents: fc.integer({ min: 1, max: 500_000 }),
          minimumMin: fc.integer({ min: 0, max: 240 }),
          vatBp: fc.integer({ min: 0, max: 2500 }),
        }),
        (asked) => {
          const { visite, mois, visites } = estimateDevis({ ...asked, credit });
          expect(visite.ht + visite.tva).toBe(visite.ttc);
          expect(mois.credit + mois.reste).toBe(mois.ttc);
          expect(visite.reste).toBeGreaterThanOrEqual(visite.ttc / 2 - 1);
          expect((visite.ttc - visite.reste - 1) * visites).toBeLessThanOrEqual(credit.ceilingCents / 2);
        },
      ),
    );
  });
});
