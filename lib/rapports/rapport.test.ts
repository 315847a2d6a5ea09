import fc from "fast-check";
import { expect, test } from "vitest";
import { contenuOf, definitions, type Ligne, moyenneOf } from "./rapport";

const row = fc.record({
  devise: fc.constantFrom("EUR", "DZD", "MAD"),
  mesures: fc.record({ visites: fc.nat(1000), facture_ttc: fc.nat(10_000_000) }),
});

test("rows named and the rest always make the totals, currency by currency", () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 40 }), fc.integer({ min: 1, max: 20 }), (rows, most) => {
      const groups = rows.map((one, index) => ({ ...one, cle: String(index), isTotal: false }));
      const devises = [...new Set(rows.map(({ devise }) => devise))];
      const sum = (lignes: readonly Ligne[], devise: string, code: string) =>
        lignes
          .filter((one) => one.devise === devise)
          .reduce((total, one) => total + (one.mesures[code] ?? 0), 0);
      const totals = devises.map((devise) => ({
        cle: null,
        devise,
        isTotal: true,
        mesures: { visites: sum(groups, devise, "visites"), facture_ttc: sum(groups, devise, "facture_ttc") },
      }));
      const { lignes, autres, totaux } = contenuOf([...totals, ...groups], [], most);
      expect(lignes).toHaveLength(Math.min(most, rows.length));
      for (const total of totaux)
        for (const code of ["visites", "facture_ttc"])
          expect(sum([...lignes, ...autres], total.devise ?? "", code)).toBe(total.mesures[code]);
    }),
  );
});

test("a mean mark has one decimal, and none without reviews", () => {
  expect(moyenneOf({ avis: 3, somme_notes: 11 })).toBe(3.7);
  expect(moyenneOf({ avis: 0, somme_notes: 0 })).toBeNull();
});

test("every chart shows columns that its report has", () => {
  for (const { colonnes, graphiques } of Object.values(definitions)) {
    const codes = colonnes.map(({ code }) => code);
    for (const code of graphiques.flat()) expect(codes).toContain(code);
  }
});
