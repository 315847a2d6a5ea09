import { expect, test } from "vitest";
import { creditOf } from "./credit";

const lines = [
  { rang: 1, label: "Ménage", detail: "", left: "63.80" },
  { rang: 2, label: "Repas", detail: "", left: "20.00" },
];
const choose = (...amounts: (string | null)[]) =>
  creditOf(
    lines,
    amounts.map((amount) => ({ isChosen: amount !== null, amount: amount ?? "" })),
  );

test("all lines make the whole, in any digits and with a comma", () => {
  const { cents, isWhole, lignes } = choose("63,80", "٢٠");
  expect([cents, isWhole]).toEqual([8380, true]);
  expect(lignes).toEqual([
    { rang: 1, montant_ttc: "63.80" },
    { rang: 2, montant_ttc: "20.00" },
  ]);
});

test("a line not chosen is left out; an amount that cannot be is named", () => {
  expect(choose("10", null)).toMatchObject({ cents: 1000, isWhole: false, wrong: [] });
  expect(choose("63.81", "0")).toMatchObject({ cents: 0, wrong: [1, 2], lignes: [] });
  expect(choose("abc", "1,234").wrong).toEqual([1, 2]);
});
