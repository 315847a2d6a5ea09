import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { surcharged } from "@/lib/activites/prix";
import { amountOf, computeTotaux, type LigneChiffree } from "./totaux";

const RATES = [0, 210, 550, 900, 1000, 1900, 2000];

const minuteLigne = fc
  .record({
    minutes: fc.integer({ min: 0, max: 6000 }),
    unitTtcCents: fc.integer({ min: 0, max: 20_000 }),
    rateBp: fc.constantFrom(...RATES),
  })
  .map((ligne): LigneChiffree => ({ ...ligne, ttcCents: amountOf(ligne) }));
const unitLigne = fc
  .record({
    unites: fc.integer({ min: 1, max: 40 }),
    unitTtcCents: fc.integer({ min: 0, max: 20_000 }),
    rateBp: fc.constantFrom(...RATES),
  })
  .map((ligne): LigneChiffree => ({ ...ligne, ttcCents: amountOf(ligne) }));
const lignes = fc.array(fc.oneof(minuteLigne, unitLigne), { maxLength: 80 });

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
const mirrored = (ligne: LigneChiffree): LigneChiffree => ({
  ...ligne,
  unitTtcCents: 0 - ligne.unitTtcCents,
  ttcCents: 0 - ligne.ttcCents,
});

describe("worked example of the domain sheet", () => {
  const sunday = surcharged(2954, 2500);
  const totaux = computeTotaux([
    { minutes: 750, unitTtcCents: 2954, rateBp: 550, ttcCents: 36_925 },
    { minutes: 150, unitTtcCents: sunday, rateBp: 550, ttcCents: 9233 },
    { minutes: 330, unitTtcCents: 3190, rateBp: 1000, ttcCents: 17_545 },
  ]);

  it("splits each rate: 437.52 + 24.06 and 159.50 + 15.95", () => {
    expect(totaux.parTaux).toEqual([
      { rateBp: 550, htCents: 43_752, tvaCents: 2406, ttcCents: 46_158 },
      { rateBp: 1000, htCents: 15_950, tvaCents: 1595, ttcCents: 17_545 },
    ]);
  });

  it("totals HT 597.02, VAT 40.01, TTC 637.03", () => {
    expect([totaux.htCents, totaux.tvaCents, totaux.ttcCents]).toEqual([59_702, 4001, 63_703]);
  });

  it("gives 350.00, 87.52 and 159.50 to the lines, with VAT 19.25, 4.81 and 15.95", () => {
    expect(totaux.lignes.map((ligne) => ligne.htCents)).toEqual([35_000, 8752, 15_950]);
    expect(totaux.lignes.map((ligne) => ligne.tvaCents)).toEqual([1925, 481, 1595]);
  });
});

describe("totals of any invoice", () => {
  it("agree to the cent: HT + VAT = TTC, lines = rates = totals", () => {
    fc.assert(
      fc.property(lignes, (list) => {
        const totaux = computeTotaux(list);
        expect(totaux.ttcCents).toBe(sum(list.map((ligne) => ligne.ttcCents)));
        expect(totaux.htCents + totaux.tvaCents).toBe(totaux.ttcCents);
        for (const taux of totaux.parTaux) {
          const own = totaux.lignes.filter((ligne) => ligne.rateBp === taux.rateBp);
          expect(sum(own.map((ligne) => ligne.htCents))).toBe(taux.htCents);
          expect(sum(own.map((ligne) => ligne.tvaCents))).toBe(taux.tvaCents);
          expect(sum(own.map((ligne) => ligne.ttcCents))).toBe(taux.ttcCents);
        }
        for (const ligne of totaux.lignes) expect(ligne.htCents + ligne.tvaCents).toBe(ligne.ttcCents);
      }),
    );
  });

  it("keep the VAT of a rate within a cent of base × rate", () => {
    fc.assert(
      fc.property(lignes, (list) =>
        computeTotaux(list).parTaux.every(
          (taux) => Math.abs(taux.tvaCents * 10_000 - taux.htCents * taux.rateBp) <= 10_000,
        ),
      ),
    );
  });

  it("do not depend on the order of the lines", () => {
    const shuffled = lignes.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        const { lignes: first, ...totals } = computeTotaux(list);
        const { lignes: second, ...otherTotals } = computeTotaux(other);
        expect(otherTotals).toEqual(totals);
        const sorted = (rows: typeof first) => rows.map((row) => JSON.stringify(row)).sort();
        expect(sorted(second)).toEqual(sorted(first));
      }),
    );
  });

  it("never show a negative VAT or net for lines that are not negative", () => {
    fc.assert(
      fc.property(lignes, (list) =>
        computeTotaux(list).lignes.every((ligne) => ligne.tvaCents >= 0 && ligne.htCents >= 0),
      ),
    );
  });

  it("are mirrored to the cent by a credit note", () => {
    fc.assert(
      fc.property(lignes, (list) => {
        const facture = computeTotaux(list);
        const avoir = computeTotaux(list.map(mirrored));
        expect(avoir.htCents + facture.htCents).toBe(0);
        expect(avoir.tvaCents + facture.tvaCents).toBe(0);
        avoir.lignes.forEach((ligne, index) => {
          expect(ligne.htCents + (facture.lignes[index]?.htCents ?? Number.NaN)).toBe(0);
        });
      }),
    );
  });

  it("refuse a line whose amount is not quantity × unit price", () => {
    expect(() => computeTotaux([{ minutes: 60, unitTtcCents: 100, rateBp: 550, ttcCents: 101 }])).toThrow(
      /line 1/,
    );
  });

  it("are zero for no line", () => {
    expect(computeTotaux([])).toEqual({ lignes: [], parTaux: [], htCents: 0, tvaCents: 0, ttcCents: 0 });
  });
});
