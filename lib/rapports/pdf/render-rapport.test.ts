import { PDFDocument } from "@cantoo/pdf-lib";
import { describe, expect, it } from "vitest";
import { htmlLang, locales } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translate";
import { definitions, type TypeRapport } from "../rapport";
import type { LigneRapport, Rapport } from "../schemas-rapport";
import { renderRapport } from "./render-rapport";

const lieux = [{ nom: "Dihya Paris", pays: "FR", fuseau: "Europe/Paris" }];

function sample(type: TypeRapport, locale: (typeof locales)[number], rows: number): Rapport {
  const t = translator(locale, "rapports");
  const colonnes = definitions[type].colonnes.map((one) => ({
    ...one,
    libelle: t(`columns.${one.code}` as "columns.total"),
  }));
  const ligne = (cle: string | null, libelle: string, factor: number): LigneRapport => ({
    cle,
    libelle,
    devise: type === "creances" || type === "activite" ? "EUR" : null,
    valeurs: Object.fromEntries(
      colonnes.map(({ code, unite }, index) => [
        code,
        unite === "montant" ? `${factor * (index + 3)}.50` : unite === "note" ? 4.3 : factor * (index + 2),
      ]),
    ),
  });
  const names = ["Inès Rousseau", "ناديا بلقاسم", "René Fontaine", "Tamaziɣt Ɛli"];
  return {
    id: 7,
    type,
    libelle: t(`types.${type}.title`),
    du: type === "creances" ? null : "2026-02-01",
    au: "2026-02-28",
    agence_id: 1,
    agences: [1],
    grouper_par: "client",
    programmation_id: null,
    demande_par: null,
    cree_le: "2026-03-10T08:00:00.000Z",
    expire_le: "2027-03-10T08:00:00.000Z",
    colonnes,
    lignes: Array.from({ length: rows }, (_, index) =>
      ligne(String(index), names[index % 4] ?? "", 40 - (index % 30)),
    ),
    autres: [],
    totaux: rows > 0 ? [ligne(null, t("total"), 400)] : [],
    avis_bas: [],
  };
}

describe("the PDF of a report", { timeout: 120_000 }, () => {
  it.each(locales)("in %s: one page for a few rows, its title and language", async (locale) => {
    for (const type of Object.keys(definitions) as TypeRapport[]) {
      const rapport = sample(type, locale, 8);
      const bytes = await renderRapport(rapport, locale, lieux);
      const pdf = await PDFDocument.load(bytes);
      expect(pdf.getPageCount()).toBe(1);
      expect(pdf.getTitle()).toContain(rapport.libelle);
      expect(pdf.getLanguage()).toBe(htmlLang(locale));
    }
  });

  it("runs over several pages, and leaves what is too much to the spreadsheet", async () => {
    const bytes = await renderRapport(sample("creances", "fr", 1000), "fr", lieux);
    const pages = (await PDFDocument.load(bytes)).getPageCount();
    expect(pages).toBeGreaterThan(3);
    expect(pages).toBeLessThan(12);
  });

  it("prints a report without a row", async () => {
    const bytes = await renderRapport(sample("activite", "ar", 0), "ar", lieux);
    expect((await PDFDocument.load(bytes)).getPageCount()).toBe(1);
  });
});
