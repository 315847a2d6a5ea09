import type { Locale } from "@/lib/foundation/context";
import { amountOf, computeTotaux, type LigneChiffree } from "./totaux";

export type Visit = {
  id: number;
  activiteId: number;
  statut: string;
  prixHoraireTtc: number;
  prixTtc: number;
  tauxTvaBp: number;
  minimumMin: number;
  dureeFactureeMin: number | null;
  fraisAnnulation: number;
  debut: Date;
  fin: Date;
  libelles: Record<Locale, string>;
};

export type NouvelleLigne = {
  rang: number;
  prestationId: number;
  activiteId: number;
  libelle: string;
  quantiteMin: number;
  unite: "heure" | "forfait";
  prixUnitaireTtc: number;
  tauxTvaBp: number;
  montantHt: number;
  montantTva: number;
  montantTtc: number;
};

/**
 * Lines of an invoice from its visits, in their order, with the totals (cents). Hourly visits bill at least the
 * minimum; a cancelled visit bills its fee as one flat unit. VAT is split per rate from tax-included amounts.
 */
export function lignesOf(visits: readonly Visit[], langue: Locale) {
  const chiffrees = visits.map(chiffrer);
  const totaux = computeTotaux(chiffrees);
  const lignes = visits.map((visit, index): NouvelleLigne => {
    const split = totaux.lignes[index];
    if (!split) throw new RangeError("a line is missing from the totals");
    const flat = visit.statut === "annulee";
    return {
      rang: index + 1,
      prestationId: visit.id,
      activiteId: visit.activiteId,
      libelle: visit.libelles[langue],
      quantiteMin: flat ? 0 : billedMinutes(visit),
      unite: flat ? "forfait" : "heure",
      prixUnitaireTtc: flat ? visit.fraisAnnulation : visit.prixHoraireTtc,
      tauxTvaBp: visit.tauxTvaBp,
      montantHt: split.htCents,
      montantTva: split.tvaCents,
      montantTtc: split.ttcCents,
    };
  });
  return { lignes, totaux };
}

function billedMinutes(visit: Visit): number {
  const minutes =
    visit.dureeFactureeMin ?? Math.round((visit.fin.getTime() - visit.debut.getTime()) / 60_000);
  return Math.max(minutes, visit.minimumMin);
}

function chiffrer(visit: Visit): LigneChiffree {
  const quantite =
    visit.statut === "annulee"
      ? { unites: 1, unitTtcCents: visit.fraisAnnulation }
      : { minutes: billedMinutes(visit), unitTtcCents: visit.prixHoraireTtc };
  return { ...quantite, rateBp: visit.tauxTvaBp, ttcCents: amountOf(quantite) };
}
