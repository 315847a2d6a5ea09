import { expect, test } from "vitest";
import { vatByRate } from "./vat";

test("the VAT of each rate is the sum of its lines, lowest rate first", () => {
  expect(
    vatByRate([
      { taux_tva: "10.00", montant_ht: "90.91", montant_tva: "9.09" },
      { taux_tva: "5.50", montant_ht: "47.39", montant_tva: "2.61" },
      { taux_tva: "10.00", montant_ht: "0.10", montant_tva: "0.01" },
    ]),
  ).toEqual([
    { tauxBp: 550, ht: "47.39", tva: "2.61" },
    { tauxBp: 1000, ht: "91.01", tva: "9.10" },
  ]);
});
