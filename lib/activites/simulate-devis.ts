import { refuseField } from "@/lib/foundation/errors";
import { centsToDecimal, multiplyRate } from "@/lib/foundation/money";
import { query } from "@/lib/foundation/operation";
import { civilDay } from "@/lib/foundation/zoned";
import { translator } from "@/lib/i18n/translate";
import { type DevisEstime, estimateDevis } from "./devis-estime";
import { matchActivite, unknownActivity } from "./match-activite";
import { percentOf } from "./present";
import { findPlace } from "./prix-store";
import { type Frequence, type Simulation, simulationBody } from "./schemas";
import { findPrix, type PrixRow } from "./store";
import type { ActiviteRow } from "./tarif-store";

/** From this monthly price on, a devis is due unasked (arrêté of 17 March 2015), cents. */
const DEVIS_FROM_CENTS = 10_000;

/**
 * What a service would cost, before and after the indicative tax credit. Throws `unknownActivity` with those that
 * the agency sells, `validation` on agence_id, `visitTooLong` on duree.
 */
export const simulateDevis = query({
  name: "devis.simulate",
  input: simulationBody,
  run: async ({ db, input, ctx }) => {
    const activite = await matchActivite(db, input.type);
    const sold = activite
      ? await findPrix(db, ctx.now, { activiteIds: [activite.id], agenceId: input.agence_id })
      : [];
    const prix = sold[0];
    if (!activite || !prix) {
      const { fuseau } = await findPlace(db, input.agence_id, activite?.id ?? 0);
      if (!fuseau) throw refuseField("validation", "agence_id");
      throw await unknownActivity(db, { agenceId: input.agence_id, jour: civilDay(ctx.now, fuseau) });
    }
    const minutes = Math.round(input.duree * 60);
    if (activite.dureeMaxMin !== null && minutes > activite.dureeMaxMin)
      throw refuseField("visitTooLong", "duree");
    const credit = creditOf(activite, prix);
    const devis = estimateDevis({
      minutes,
      frequence: input.frequence,
      hourlyTtcCents: prix.tarif.prixHoraireTtc,
      minimumMin: prix.tarif.minimumMin,
      vatBp: prix.tarif.tauxTvaBp,
      credit,
    });
    const mention = prix.agence.pays === "FR" ? translator(ctx.locale, "activites")("mentionDevis") : null;
    return present(
      { activite, prix, credit, devis, minutes, frequence: input.frequence, mention },
      ctx.locale,
    );
  },
});

type Credit = { rateBp: number; ceilingCents: number };

/** The country's benefit, its yearly ceiling lowered to the activity's own where the law gives it one. */
function creditOf(activite: ActiviteRow, { avantage }: PrixRow): Credit | null {
  if (!avantage) return null;
  const ceilingCents = Math.min(
    avantage.plafondAnnuel,
    activite.plafondCreditImpot ?? avantage.plafondAnnuel,
  );
  return { rateBp: avantage.tauxBp, ceilingCents };
}

type Estimated = {
  activite: ActiviteRow;
  prix: PrixRow;
  credit: Credit | null;
  devis: DevisEstime;
  minutes: number;
  frequence: Frequence;
  mention: string | null;
};

function present(estimated: Estimated, locale: keyof ActiviteRow["libelles"]): Simulation {
  const { activite, prix, credit, devis, minutes, frequence, mention } = estimated;
  const hourly = prix.tarif.prixHoraireTtc;
  const { visite, mois } = devis;
  return {
    type: activite.code,
    libelle: activite.libelles[locale],
    agence_id: prix.agence.id,
    agence: prix.agence.nom,
    pays: prix.agence.pays,
    devise: prix.agence.devise,
    frequence,
    duree: minutes / 60,
    duree_facturee: devis.billedMin / 60,
    prix_horaire_ttc: centsToDecimal(hourly),
    prix_horaire_apres_credit: credit ? centsToDecimal(hourly - multiplyRate(hourly, credit.rateBp)) : null,
    taux_tva: percentOf(prix.tarif.tauxTvaBp),
    prestations_par_an: devis.visites,
    visite: {
      montant_ht: centsToDecimal(visite.ht),
      montant_tva: centsToDecimal(visite.tva),
      montant_ttc: centsToDecimal(visite.ttc),
      reste_a_charge: centsToDecimal(visite.reste),
    },
    mois: {
      montant_ttc: centsToDecimal(mois.ttc),
      credit_impot: centsToDecimal(mois.credit),
      reste_a_charge: centsToDecimal(mois.reste),
    },
    credit_impot: credit && {
      taux: percentOf(credit.rateBp),
      reference: prix.avantage?.reference ?? "",
      plafond_annuel: centsToDecimal(credit.ceilingCents),
      plafonne: devis.plafonne,
    },
    devis_obligatoire: mention !== null && mois.ttc >= DEVIS_FROM_CENTS,
    mention,
  };
}
