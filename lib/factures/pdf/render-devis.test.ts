import { PDFDocument } from "@cantoo/pdf-lib";
import { describe, expect, it } from "vitest";
import { factureExemple } from "@/lib/factures/facture-exemple";
import { type DevisInstantane, devisInstantane } from "@/lib/factures/schemas-devis";
import { htmlLang } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translate";
import { renderDevis } from "./render-devis";

function devisExemple(langue: DevisInstantane["langue"], mode: "prestataire" | "mandataire" = "prestataire") {
  const { emetteur, client, pays } = factureExemple({ langue });
  return devisInstantane.parse({
    version: 1,
    numero: "DV-PAR-2026-000007",
    langue,
    date_emission: "2026-11-24",
    valide_jusquau: "2026-12-24",
    devise: "EUR",
    pays,
    emetteur: { ...emetteur, mode },
    client: { id: client.id, nom: client.nom, adresse: client.adresse },
    lignes: [
      {
        libelle: translator(langue, "factures")("quote.service"),
        libelle_fr: "Entretien de la maison et travaux ménagers",
        frequence: "hebdomadaire",
        fois: 2,
        seance_min: 120,
        quantite_min: 1040,
        prix_unitaire_ttc: 3190,
        taux_tva_bp: 1000,
        montant_ht: 50267,
        montant_tva: 5026,
        montant_ttc: 55293,
      },
    ],
    tva: [{ taux_bp: 1000, base_ht: 50267, tva: 5026 }],
    total_ht: 50267,
    total_tva: 5026,
    total_ttc: 55293,
    credit_impot: { taux_bp: 5000, montant_indicatif: 27647 },
    exoneration: null,
  });
}

describe("the PDF of a quote", { timeout: 60_000 }, () => {
  it.each(["fr", "en", "ar", "tzm"] as const)("in %s is one document in its language", async (langue) => {
    const pdf = await PDFDocument.load(await renderDevis(devisExemple(langue)));
    expect(pdf.getTitle()).toContain("DV-PAR-2026-000007");
    expect(pdf.getLanguage()).toBe(htmlLang(langue));
  });

  it("warns of an employer's duties where the agency only places workers", async () => {
    const [own, placed] = await Promise.all([
      renderDevis(devisExemple("fr")),
      renderDevis(devisExemple("fr", "mandataire")),
    ]);
    expect(placed.byteLength).toBeGreaterThan(own.byteLength);
  });
});
