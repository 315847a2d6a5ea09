import { View } from "@react-pdf/renderer";
import type { DevisInstantane } from "@/lib/factures/schemas-devis";
import type { Feuille } from "./feuille";
import { Tete } from "./header";
import { CreditImpot, Mentions } from "./mentions";
import { Papier } from "./papier";
import { printDocument } from "./print-document";
import { type Colonne, Grille } from "./tableau";
import { Texte } from "./texte";
import { couleurs, tailles } from "./theme";
import { Somme } from "./totaux";

/**
 * PDF of a frozen quote: prices net and with VAT, hourly price of each service, the tax benefit apart and smaller,
 * registration, mode and its warning (arrêté of 17 March 2015), the right to withdraw, and a place to sign.
 */
export function renderDevis(devis: DevisInstantane): Promise<Uint8Array> {
  const piece = { ...devis, type: "devis" as const, client: { ...devis.client, siren: null } };
  return printDocument(() => (
    <Papier piece={piece} langue={devis.langue} date={devis.date_emission}>
      {(feuille) => (
        <>
          <Tete
            facture={piece}
            feuille={feuille}
            reperes={[
              { label: feuille.t("entete.emission"), value: feuille.date(devis.date_emission) },
              { label: feuille.t("devis.valide"), value: feuille.date(devis.valide_jusquau) },
              { label: feuille.t("entete.client"), value: String(devis.client.id), ltr: true },
            ]}
          />
          <Lignes devis={devis} feuille={feuille} />
          <Sommes devis={devis} feuille={feuille} />
          <CreditImpot facture={{ ...piece, credit_impot: creditOf(devis) }} feuille={feuille} />
          <Mentions facture={{ ...piece, mentions: [] }} feuille={feuille} />
          <Accord devis={devis} feuille={feuille} />
        </>
      )}
    </Papier>
  ));
}

type Part = { devis: DevisInstantane; feuille: Feuille };

const creditOf = ({ credit_impot }: DevisInstantane) => credit_impot && { ...credit_impot, eligible: true };

function Lignes({ devis, feuille }: Part) {
  const { t, money, percent, hours } = feuille;
  const colonnes: Colonne[] = [
    { titre: t("tableau.prestation"), width: null, align: "start" },
    { titre: t("devis.heures"), width: 62, align: "end" },
    { titre: t("tableau.prix"), width: 66, align: "end" },
    { titre: t("tableau.tva"), width: 34, align: "end" },
    { titre: t("tableau.ht"), width: 64, align: "end" },
    { titre: t("tableau.ttc"), width: 66, align: "end" },
  ];
  return (
    <View style={{ marginTop: 14 }}>
      <Grille
        feuille={feuille}
        colonnes={colonnes}
        rangees={devis.lignes.map((ligne, rang) => ({
          key: String(rang),
          cellules: [
            {
              text: feuille.langue === "fr" ? ligne.libelle_fr : ligne.libelle,
              typed: true,
              detail: t("devis.rythme", {
                duree: hours(ligne.seance_min),
                fois: String(ligne.fois),
                frequence: t(`devis.frequences.${ligne.frequence}`),
              }),
            },
            { text: hours(ligne.quantite_min) },
            { text: t("tableau.parHeure", { prix: money(ligne.prix_unitaire_ttc) }) },
            { text: percent(ligne.taux_tva_bp) },
            { text: money(ligne.montant_ht) },
            { text: money(ligne.montant_ttc), strong: true },
          ],
        }))}
      />
    </View>
  );
}

function Sommes({ devis, feuille }: Part) {
  const { t, money, percent } = feuille;
  const isMonthly = devis.lignes.some(({ frequence }) => frequence !== "ponctuel");
  return (
    <View wrap={false} style={{ flexDirection: feuille.row, columnGap: 28, marginTop: 12 }}>
      <View style={{ flex: 1 }}>
        {isMonthly ? (
          <Texte feuille={feuille} style={{ fontSize: tailles.sm, color: couleurs.muted }}>
            {t("devis.moisMoyen")}
          </Texte>
        ) : null}
      </View>
      <View style={{ width: 250 }}>
        {devis.exoneration
          ? null
          : devis.tva.map(({ taux_bp, base_ht, tva }) => (
              <Somme
                key={taux_bp}
                feuille={feuille}
                label={t("totaux.tauxTva", { taux: percent(taux_bp), base: money(base_ht) })}
                amount={money(tva)}
                quiet
              />
            ))}
        <Somme feuille={feuille} label={t("totaux.ht")} amount={money(devis.total_ht)} />
        <Somme feuille={feuille} label={t("totaux.tva")} amount={money(devis.total_tva)} />
        <Somme
          feuille={feuille}
          label={t(isMonthly ? "devis.totalMois" : "totaux.ttc")}
          amount={money(devis.total_ttc)}
          due
        />
      </View>
    </View>
  );
}

/** What a consumer must be able to read before agreeing: never as small as the rest of the small print. */
function Engagements({ devis, feuille }: Part) {
  const { t, date } = feuille;
  const isFrench = devis.pays === "FR";
  const sentences = [
    t("devis.engagement", { date: date(devis.valide_jusquau) }),
    // Arrêté of 17 March 2015, article 3; Code de la consommation L221-18 and L221-25.
    isFrench && devis.emetteur.mode === "mandataire" ? t("devis.placement") : null,
    isFrench ? t("devis.retractation") : null,
    isFrench ? t("devis.gratuit") : null,
  ];
  return (
    <View style={{ rowGap: 4, marginBottom: 10 }}>
      {sentences.map((sentence) =>
        sentence ? (
          <Texte key={sentence} feuille={feuille} style={{ fontSize: tailles.sm, lineHeight: 1.4 }}>
            {sentence}
          </Texte>
        ) : null,
      )}
    </View>
  );
}

function Accord({ devis, feuille }: Part) {
  const { t } = feuille;
  return (
    <View wrap={false} style={{ marginTop: 14 }}>
      <Engagements devis={devis} feuille={feuille} />
      <View
        style={{ border: `0.75pt solid ${couleurs.lineStrong}`, borderRadius: 5, padding: 10, height: 84 }}
      >
        <Texte feuille={feuille} style={{ fontWeight: 600 }}>
          {t("devis.accord")}
        </Texte>
        <Texte feuille={feuille} style={{ color: couleurs.muted }}>
          {t("devis.signature")}
        </Texte>
      </View>
    </View>
  );
}
