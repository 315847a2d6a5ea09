import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type LigneFacturee, lignesAvoir } from "./avoir";
import { computeTotaux } from "./totaux";

const line = (rang: number, fields: Partial<LigneFacturee> = {}): LigneFacturee => ({
  id: 100 + rang,
  rang,
  prestationId: rang,
  activiteId: 1,
  libelle: "Ménage",
  quantiteMin: 120,
  unite: "heure",
  prixUnitaireTtc: 3190,
  tauxTvaBp: 1000,
  montantHt: 5800,
  montantTva: 580,
  montantTtc: 6380,
  credite: 0,
  ...fields,
});

describe("lignesAvoir", () => {
  test("mirrors a whole line and leaves out one already credited", () => {
    const [one, ...rest] = lignesAvoir([line(1, { credite: 6380 }), line(2)], undefined);
    expect(rest).toEqual([]);
    const mirror = { rang: 1, ligneOrigineId: 102, quantiteMin: 120, unite: "heure", montantHt: 5800 };
    expect(one).toMatchObject({ ...mirror, annulee: true });
  });

  test("a part is a flat amount with its share of net and VAT", () => {
    expect(lignesAvoir([line(1)], [{ rang: 1, montant_ttc: "11" }])).toMatchObject([
      { unite: "forfait", prixUnitaireTtc: 1100, montantHt: 1000, montantTva: 100, montantTtc: 1100 },
    ]);
  });

  test.each([
    ["an unknown line", [{ rang: 9 }], "validation", "/lignes/0/rang"],
    ["a line named twice", [{ rang: 1 }, { rang: 1 }], "validation", "/lignes/1/rang"],
    ["nothing", [{ rang: 1, montant_ttc: "0" }], "validation", "/lignes/0/montant_ttc"],
    [
      "more than is left",
      [{ rang: 2, montant_ttc: "13.81" }],
      "creditExceedsInvoice",
      "/lignes/0/montant_ttc",
    ],
  ])("%s is refused at its place", (_what, asked, code, pointer) => {
    const call = () => lignesAvoir([line(1), line(2, { credite: 5000 })], asked);
    expect(call).toThrow(expect.objectContaining({ code }));
    expect(call).toThrow(
      expect.objectContaining({
        details: expect.objectContaining({ errors: [expect.objectContaining({ pointer })] }),
      }),
    );
  });

  test("whatever the parts, they sum up to the line's own net and VAT", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500_000 }),
        fc.constantFrom(0, 550, 1000, 2000),
        fc.array(fc.integer({ min: 1, max: 90_000 }), { maxLength: 6 }),
        (ttc, rateBp, wishes) => {
          const priced = { unites: 1, unitTtcCents: ttc, rateBp, ttcCents: ttc };
          const { htCents, tvaCents } = computeTotaux([priced]);
          const own = { montantHt: htCents, montantTva: tvaCents, montantTtc: ttc, tauxTvaBp: rateBp };
          let [credite, ht, tva] = [0, 0, 0];
          for (const wish of [...wishes, ttc]) {
            const cents = Math.min(wish, ttc - credite);
            if (cents === 0) break;
            const [part] = lignesAvoir(
              [line(1, { ...own, credite })],
              [{ rang: 1, montant_ttc: (cents / 100).toFixed(2) }],
            );
            expect(Math.min(part?.montantHt ?? -1, part?.montantTva ?? -1)).toBeGreaterThanOrEqual(0);
            credite += part?.montantTtc ?? 0;
            ht += part?.montantHt ?? 0;
            tva += part?.montantTva ?? 0;
          }
          expect([credite, ht, tva]).toEqual([ttc, htCents, tvaCents]);
        },
      ),
    );
  });
});
