import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compterAnnee, type FactureComptee } from "./attestation";

const ligne = (activiteId: number, net: number, minutes = 60) => ({
  activiteId,
  mois: "2025-12",
  intervenantId: 1,
  minutes,
  prixHoraire: 3000,
  net,
});
const paiement = (id: number, date: string, montant: number, mode = "virement") => ({
  id,
  date,
  montant,
  mode,
});
const facture = (lignes: FactureComptee["lignes"], paiements: FactureComptee["paiements"]) => ({
  numero: "P2025-000001",
  lignes,
  paiements,
});

describe("compterAnnee", () => {
  test("a payment counts in the year of its own date, whatever the invoice's", () => {
    const one = facture(
      [ligne(1, 6000, 120)],
      [paiement(1, "2025-12-31", 2000), paiement(2, "2026-01-01", 4000)],
    );
    expect(compterAnnee([one], 2025)).toMatchObject({ eligible: 2000, minutes: 40 });
    expect(compterAnnee([one], 2026)).toMatchObject({ eligible: 4000, minutes: 80 });
    expect(compterAnnee([one], 2024).paiements).toEqual([]);
  });

  test("cash is kept apart, CESU is named, and each activity has its share", () => {
    const one = facture(
      [ligne(1, 1000), ligne(2, 3000)],
      [paiement(1, "2025-03-01", 2000, "especes"), paiement(2, "2025-03-02", 2000, "cesu_papier")],
    );
    const { parActivite, ...sums } = compterAnnee([one], 2025);
    expect(sums).toMatchObject({ eligible: 2000, especes: 2000, cesu: 2000 });
    expect([...parActivite.values()].map(({ eligible, especes }) => [eligible, especes])).toEqual([
      [500, 500],
      [1500, 1500],
    ]);
  });

  test("what goes beyond an invoice once credited was not borne", () => {
    const credited = facture([ligne(1, 2500)], [paiement(1, "2025-05-01", 4000)]);
    expect(compterAnnee([credited], 2025)).toMatchObject({ eligible: 2500 });
    const cancelled = facture([ligne(1, 0)], [paiement(1, "2025-05-01", 4000)]);
    expect(compterAnnee([cancelled], 2025)).toMatchObject({ eligible: 0, minutes: 0, paiements: [] });
  });

  test("over all years, activities sum up to what was borne, to the cent", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 5 }),
        fc.array(fc.tuple(fc.integer({ min: 2024, max: 2026 }), fc.integer({ min: 1, max: 9000 })), {
          maxLength: 6,
        }),
        (nets, paid) => {
          const one = facture(
            nets.map((net, index) => ligne(index, net)),
            paid.map(([year, cents], id) => paiement(id, `${year}-07-01`, cents)),
          );
          const years = [2024, 2025, 2026].map((year) => compterAnnee([one], year));
          const borne = years.reduce((sum, { eligible }) => sum + eligible, 0);
          const total = (list: number[]) => list.reduce((sum, cents) => sum + cents, 0);
          expect(borne).toBe(Math.min(total(nets), total(paid.map(([, cents]) => cents))));
          for (const { parActivite, eligible } of years)
            expect(total([...parActivite.values()].map((part) => part.eligible))).toBe(eligible);
        },
      ),
    );
  });
});
