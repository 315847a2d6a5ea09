import { expect, test } from "vitest";
import { balanceOf } from "./balance";

const facture = (part: object) => ({
  devise: "EUR",
  total_ttc: "100.00",
  reste_a_payer: "0.00",
  echue: false,
  statut: "payee" as const,
  type: "facture" as const,
  ...part,
});

test("a credit note is taken off the total and owes nothing", () => {
  const avoir = facture({ type: "avoir", statut: "emise", total_ttc: "30.00" });
  expect(balanceOf([facture({}), avoir])).toMatchObject([{ total: "70.00", reste: "0.00" }]);
});

test("sums each currency apart, and a draft is not owed", () => {
  expect(
    balanceOf([
      facture({}),
      facture({ statut: "emise", reste_a_payer: "60.10", echue: true }),
      facture({ statut: "brouillon", total_ttc: "20.05", reste_a_payer: "20.05" }),
      facture({ devise: "DZD", total_ttc: "4000.00", statut: "emise", reste_a_payer: "4000.00" }),
    ]),
  ).toEqual([
    { devise: "EUR", total: "220.05", reste: "60.10", echues: 1 },
    { devise: "DZD", total: "4000.00", reste: "4000.00", echues: 0 },
  ]);
});
