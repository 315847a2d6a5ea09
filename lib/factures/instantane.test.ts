import { describe, expect, it } from "vitest";
import { factureExemple } from "./facture-exemple";
import { factureInstantane } from "./instantane";

const facture = factureExemple({ visites: 5 });

describe("frozen snapshot", () => {
  it("comes back unchanged from JSON", () => {
    expect(factureInstantane.parse(JSON.parse(JSON.stringify(facture)))).toEqual(facture);
  });

  it.each([
    ["a total", { total_ttc: facture.total_ttc + 1 }],
    ["the rest", { reste: facture.reste + 1 }],
    ["a VAT row", { tva: facture.tva.slice(1) }],
    ["a line", { lignes: facture.lignes.slice(1) }],
    ["a float", { reste: 0.5 }],
  ])("is refused when %s is wrong", (_name, change) => {
    expect(factureInstantane.safeParse({ ...facture, ...change }).success).toBe(false);
  });

  it("is refused with a key nobody declared", () => {
    expect(factureInstantane.safeParse({ ...facture, note_interne: "…" }).success).toBe(false);
  });

  it("names the corrected invoice on a credit note", () => {
    expect(factureInstantane.safeParse({ ...facture, type: "avoir" }).success).toBe(false);
    const avoirDe = { numero: "PAR-2026-000122", date_emission: "2026-11-01" };
    expect(factureInstantane.safeParse({ ...facture, type: "avoir", avoir_de: avoirDe }).success).toBe(true);
  });

  it("prints no label for an empty registration", () => {
    const emetteur = { ...facture.emetteur, numero_agrement: " " };
    expect(factureInstantane.parse({ ...facture, emetteur }).emetteur.numero_agrement).toBeNull();
  });
});
