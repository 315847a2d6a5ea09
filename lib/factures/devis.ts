import { visitsPerYear } from "@/lib/activites/devis-estime";
import type { Frequence } from "@/lib/activites/schemas";
import { divideHalfUp, multiplyRate } from "@/lib/foundation/money";
import { amountOf, computeTotaux } from "./totaux";

const MONTHS = 12;

export type Demande = {
  activiteId: number;
  minutes: number;
  frequence: Frequence;
  fois: number;
  prixHoraireTtc: number;
  minimumMin: number;
  tauxTvaBp: number;
  /** Yearly spending that counts for the tax credit, cents; null without limit of its own. */
  plafond: number | null;
};

/**
 * Lines of a quote, with its totals (cents). A visit bills at least the minimum; what comes back is priced for an
 * average month, a twelfth of the year, what comes once as it is.
 */
export function chiffrerDevis(demandes: readonly Demande[]) {
  const lines = demandes.map((one) => {
    const seanceMin = Math.max(one.minutes, one.minimumMin);
    const visits = visitsPerYear[one.frequence] * one.fois;
    const quantiteMin =
      one.frequence === "ponctuel" ? seanceMin * one.fois : divideHalfUp(seanceMin * visits, MONTHS);
    return { ...one, seanceMin, quantiteMin, annual: visits * seanceMin };
  });
  const totaux = computeTotaux(
    lines.map((one) => {
      const quantity = { minutes: one.quantiteMin, unitTtcCents: one.prixHoraireTtc };
      return { ...quantity, rateBp: one.tauxTvaBp, ttcCents: amountOf(quantity) };
    }),
  );
  const lignes = lines.map((one, index) => ({
    activiteId: one.activiteId,
    rang: index + 1,
    frequence: one.frequence,
    fois: one.fois,
    seanceMin: one.seanceMin,
    quantiteMin: one.quantiteMin,
    prixUnitaireTtc: one.prixHoraireTtc,
    tauxTvaBp: one.tauxTvaBp,
    montantHt: totaux.lignes[index]?.htCents ?? 0,
    montantTva: totaux.lignes[index]?.tvaCents ?? 0,
    montantTtc: totaux.lignes[index]?.ttcCents ?? 0,
  }));
  return { lignes, totaux };
}

type Ligne = { frequence: Frequence; montantTtc: number; plafond: number | null };

/**
 * Indicative tax credit on what the quote shows, cents: lines are held to their activity's yearly ceiling and all
 * together to the country's; a ceiling counts for a twelfth where the line is of a month.
 */
export function creditDevis(
  lignes: readonly Ligne[],
  { tauxBp, plafondAnnuel }: { tauxBp: number; plafondAnnuel: number },
) {
  const share = (yearly: number, frequence: Frequence) =>
    frequence === "ponctuel" ? yearly : divideHalfUp(yearly, MONTHS);
  const base = lignes.reduce((sum, { frequence, montantTtc, plafond }) => {
    return sum + Math.min(montantTtc, plafond === null ? montantTtc : share(plafond, frequence));
  }, 0);
  const isOnce = lignes.some(({ frequence }) => frequence === "ponctuel");
  return multiplyRate(Math.min(base, share(plafondAnnuel, isOnce ? "ponctuel" : "mensuel")), tauxBp);
}
