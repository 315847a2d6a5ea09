import { expect, test } from "vitest";
import { filtersOf, listHref } from "./list-address";

test("a tab is a state, the late ones are a condition, and all is none", () => {
  expect(filtersOf({ etat: "payee", q: "Petit" })).toEqual({ statut: "payee", q: "Petit" });
  expect(filtersOf({ etat: "emise" })).toEqual({ statut: "emise", type: "facture" });
  expect(filtersOf({ etat: "avoirs" })).toEqual({ type: "avoir" });
  expect(filtersOf({ etat: "echues" })).toEqual({ echues: "true" });
  expect(filtersOf({ etat: "inconnu", periode: "2026-02", autre: "x" })).toEqual({ periode: "2026-02" });
});

test("an address keeps the filters, and a change drops the page that was open", () => {
  const params = { etat: "payee", q: "Petit", cursor: "abc" };
  expect(listHref(params, {})).toBe("/gestion/factures?etat=payee&q=Petit");
  expect(listHref(params, { etat: null })).toBe("/gestion/factures?q=Petit");
  expect(listHref(params, { cursor: "def" })).toBe("/gestion/factures?etat=payee&q=Petit&cursor=def");
});
