import { expect, test } from "vitest";
import type { Rapport } from "@/lib/rapports/schemas-rapport";
import { barsOf, valueText } from "./values";

const words = { locale: "en" as const };
const rapport = {
  grouper_par: "client",
  colonnes: [
    { code: "visites", unite: "nombre", libelle: "Visits" },
    { code: "facture_ttc", unite: "montant", libelle: "Billed" },
  ],
  lignes: [
    { cle: "1", libelle: "A", devise: "EUR", valeurs: { visites: 2, facture_ttc: "12.50" } },
    { cle: "2", libelle: "B", devise: "EUR", valeurs: { visites: 9, facture_ttc: "99.00" } },
    { cle: "3", libelle: "C", devise: "DZD", valeurs: { visites: 1, facture_ttc: "500.00" } },
  ],
} as unknown as Rapport;

test("bars show one currency, the longest first", () => {
  expect(barsOf(rapport, ["facture_ttc"], "EUR", words)).toEqual([
    { key: "2-1", label: "B", text: "€99.00", parts: [9900] },
    { key: "1-0", label: "A", text: "€12.50", parts: [1250] },
  ]);
  expect(barsOf(rapport, ["facture_ttc"], "EUR", words, 1)).toHaveLength(1);
});

test("months stay in their order", () => {
  const monthly = { ...rapport, grouper_par: "mois" } as Rapport;
  expect(barsOf(monthly, ["facture_ttc"], "EUR", words).map(({ label }) => label)).toEqual(["A", "B"]);
});

test("a mark that nobody gave is no zero", () => {
  const ligne = { cle: null, libelle: "", devise: null, valeurs: { moyenne: null } };
  expect(valueText({ code: "moyenne", unite: "note", libelle: "" }, ligne, words)).toBe("–");
});
