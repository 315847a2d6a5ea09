import { PDFDocument } from "@cantoo/pdf-lib";
import { describe, expect, it } from "vitest";
import { factureExemple } from "@/lib/factures/facture-exemple";
import { htmlLang } from "@/lib/i18n/locales";
import { mergePdfs } from "./merge-pdfs";
import { renderFacture } from "./render-facture";

const pagesOf = async (bytes: Uint8Array) => (await PDFDocument.load(bytes)).getPageCount();

describe("the PDF of an invoice", { timeout: 60_000 }, () => {
  it.each([
    ["fr", "FR", 1, "Facture PAR-2026-000123"],
    ["en", "FR", 2, "Invoice PAR-2026-000123"],
    ["ar", "FR", 2, "فاتورة PAR-2026-000123"],
    ["tzm", "FR", 2, "Tafaturt PAR-2026-000123"],
    ["ar", "DZ", 1, "فاتورة PAR-2026-000123"],
    ["fr", "MA", 1, "Facture PAR-2026-000123"],
  ] as const)(
    "in %s for %s has %i page(s), the French version included",
    async (langue, pays, pages, title) => {
      const pdf = await PDFDocument.load(await renderFacture(factureExemple({ langue, pays })));
      expect(pdf.getPageCount()).toBe(pages);
      expect(pdf.getTitle()).toBe(title);
      expect(pdf.getAuthor()).toBe(factureExemple({ langue, pays }).emetteur.nom);
      expect(pdf.getLanguage()).toBe(htmlLang(langue));
    },
  );

  it("runs over several pages for a month of daily visits", async () => {
    expect(await pagesOf(await renderFacture(factureExemple({ visites: 60 })))).toBeGreaterThanOrEqual(4);
  });

  it("is the same whatever was printed before in this process", async () => {
    const arabic = factureExemple({ langue: "ar", pays: "DZ" });
    const first = await renderFacture(arabic);
    await Promise.all([renderFacture(factureExemple({ langue: "ar" })), renderFacture(factureExemple())]);
    expect(Buffer.from(await renderFacture(arabic)).equals(first)).toBe(true);
  });

  it("prints a credit note and a paid invoice", async () => {
    const facture = factureExemple({ visites: 2 });
    const rest = { paiements: [], reste: facture.total_ttc };
    const avoirDe = { numero: facture.numero, date_emission: facture.date_emission };
    const avoir = await PDFDocument.load(
      await renderFacture({ ...facture, ...rest, type: "avoir", avoir_de: avoirDe }),
    );
    expect(avoir.getTitle()).toBe("Avoir PAR-2026-000123");
    const payment = { date: "2026-12-05", mode: "virement" as const, montant: facture.total_ttc };
    expect(await pagesOf(await renderFacture({ ...facture, paiements: [payment], reste: 0 }))).toBe(1);
  });
});

describe("merged invoices", { timeout: 60_000 }, () => {
  it("hold the pages of each, in the order given", async () => {
    const one = await renderFacture(factureExemple({ visites: 1 }));
    const long = await renderFacture(factureExemple({ visites: 20 }));
    const longPages = await pagesOf(long);
    expect(longPages).toBeGreaterThan(1);
    expect(await pagesOf(await mergePdfs([one, long, one]))).toBe(longPages + 2);
    expect(await mergePdfs([one])).toBe(one);
    await expect(mergePdfs([])).rejects.toThrow(RangeError);
  });
});
