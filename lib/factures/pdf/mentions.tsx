import { View } from "@react-pdf/renderer";
import type { FactureInstantane } from "@/lib/factures/instantane";
import type { Feuille } from "./feuille";
import { Texte } from "./texte";
import { couleurs, tailles } from "./theme";

type Credit = Pick<FactureInstantane, "credit_impot" | "pays"> & { type: string };
type Sentences = Pick<FactureInstantane, "emetteur" | "exoneration" | "mentions"> & { type: string };

/** Detached from the price and in a smaller font, as the arrêté of 17 March 2015 asks; France only. */
export function CreditImpot({ facture, feuille }: { facture: Credit; feuille: Feuille }) {
  const credit = facture.credit_impot;
  if (!credit || facture.pays !== "FR" || facture.type === "avoir") return null;
  const { t, money, percent } = feuille;
  // A quote deducts nothing from its prices, an invoice nothing from what it asks.
  const words = facture.type === "devis" ? "devis.creditImpot" : "creditImpot.texte";
  const text = credit.eligible
    ? t(words, { montant: money(credit.montant_indicatif), taux: percent(credit.taux_bp) })
    : t("creditImpot.nonEligible");
  return (
    <View
      wrap={false}
      style={{
        marginTop: 12,
        paddingVertical: 7,
        paddingHorizontal: 12,
        border: `0.75pt dashed ${couleurs.warm}`,
        borderRadius: 5,
        backgroundColor: couleurs.warmSoft,
      }}
    >
      <Texte
        feuille={feuille}
        style={{ fontSize: tailles.sm, fontWeight: 600, color: couleurs.warmText, marginBottom: 1.5 }}
      >
        {t("creditImpot.titre")}
      </Texte>
      <Texte feuille={feuille} style={{ fontSize: tailles.sm, lineHeight: 1.4 }}>
        {text}
      </Texte>
    </View>
  );
}

/** Sentences required by the labour, tax and civil codes, in small print. */
export function Mentions({ facture, feuille }: { facture: Sentences; feuille: Feuille }) {
  const { t } = feuille;
  const { emetteur } = facture;
  // Nothing falls due on a credit note.
  const isRelevant = ({ cle }: { cle: string }) => facture.type === "facture" || !cle.startsWith("penalites");
  const sentences = [
    facture.exoneration ? t(`exoneration.${facture.exoneration}`) : null,
    t(`document.${emetteur.mode}`),
    ...facture.mentions.filter(isRelevant).map(({ cle, params }) => t(`mentions.${cle}`, params)),
    emetteur.mediateur ? t("mentions.mediateur", { mediateur: emetteur.mediateur }) : null,
  ];
  return (
    <View wrap={false} style={{ marginTop: 9, rowGap: 1 }}>
      {sentences.map((sentence) =>
        sentence ? (
          <Texte key={sentence} feuille={feuille} style={{ fontSize: tailles.xs, color: couleurs.muted }}>
            {sentence}
          </Texte>
        ) : null,
      )}
    </View>
  );
}
