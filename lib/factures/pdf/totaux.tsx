import { View } from "@react-pdf/renderer";
import type { FactureInstantane } from "@/lib/factures/instantane";
import type { Feuille } from "./feuille";
import { Texte } from "./texte";
import { couleurs, tailles } from "./theme";

type Props = { facture: FactureInstantane; feuille: Feuille };

/** Totals by VAT rate on one side, how to pay on the other; never cut between two pages. */
export function Totaux({ facture, feuille }: Props) {
  return (
    <View wrap={false} style={{ flexDirection: feuille.row, columnGap: 28, marginTop: 12 }}>
      <View style={{ flex: 1 }}>
        {facture.type === "facture" ? <Reglement facture={facture} feuille={feuille} /> : null}
      </View>
      <View style={{ width: 250 }}>
        <Sommes facture={facture} feuille={feuille} />
      </View>
    </View>
  );
}

function Sommes({ facture, feuille }: Props) {
  const { t, money, percent, date } = feuille;
  return (
    <View>
      {facture.exoneration
        ? null
        : facture.tva.map(({ taux_bp, base_ht, tva }) => (
            <Somme
              key={taux_bp}
              feuille={feuille}
              label={t("totaux.tauxTva", { taux: percent(taux_bp), base: money(base_ht) })}
              amount={money(tva)}
              quiet
            />
          ))}
      <Somme feuille={feuille} label={t("totaux.ht")} amount={money(facture.total_ht)} />
      <Somme feuille={feuille} label={t("totaux.tva")} amount={money(facture.total_tva)} />
      <Somme feuille={feuille} label={t("totaux.ttc")} amount={money(facture.total_ttc)} strong />
      {facture.paiements.map((paiement) => (
        <Somme
          key={JSON.stringify(paiement)}
          feuille={feuille}
          label={t("totaux.dejaPaye")}
          detail={t("totaux.paiement", { mode: t(`modes.${paiement.mode}`), date: date(paiement.date) })}
          amount={money(-paiement.montant)}
        />
      ))}
      {facture.type === "facture" ? (
        <Somme feuille={feuille} label={t("totaux.reste")} amount={money(facture.reste)} due />
      ) : null}
    </View>
  );
}

type SommeProps = {
  feuille: Feuille;
  label: string;
  detail?: string;
  amount: string;
  quiet?: boolean;
  strong?: boolean;
  due?: boolean;
};

export function Somme({ feuille, label, detail, amount, quiet, strong, due }: SommeProps) {
  const color = due ? couleurs.accent : quiet ? couleurs.muted : couleurs.ink;
  const text = {
    color,
    fontSize: due ? tailles.lg : tailles.base,
    fontWeight: strong || due ? 600 : 400,
  } as const;
  const rule =
    strong || due
      ? { borderTop: `0.75pt solid ${due ? couleurs.accent : couleurs.lineStrong}`, marginTop: 2 }
      : {};
  return (
    <View
      style={{
        flexDirection: feuille.row,
        alignItems: "flex-start",
        columnGap: 8,
        paddingVertical: 2.5,
        ...rule,
      }}
    >
      <View style={{ flex: 1 }}>
        <Texte feuille={feuille} style={text}>
          {label}
        </Texte>
        {detail ? (
          <Texte feuille={feuille} style={{ fontSize: tailles.sm, color: couleurs.muted }}>
            {detail}
          </Texte>
        ) : null}
      </View>
      <Texte feuille={feuille} align="end" figures style={text}>
        {amount}
      </Texte>
    </View>
  );
}

function Reglement({ facture: { emetteur, numero, reste }, feuille }: Props) {
  if (reste <= 0) return null;
  const { t } = feuille;
  const rows: [label: string, value: string | null][] = [
    [t("reglement.reference"), numero],
    [t("reglement.titulaire"), emetteur.nom],
    [t("reglement.iban"), emetteur.iban && groupIban(emetteur.iban)],
    [t("reglement.bic"), emetteur.bic],
  ];
  return (
    <View>
      <Texte feuille={feuille} style={{ fontWeight: 600, color: couleurs.accent, marginBottom: 3 }}>
        {t("reglement.titre")}
      </Texte>
      <Texte feuille={feuille} style={{ marginBottom: 4 }}>
        {emetteur.iban ? t("reglement.virement") : t("reglement.agence")}
      </Texte>
      {emetteur.iban
        ? rows.map(([label, value]) =>
            value ? (
              <View key={label} style={{ flexDirection: feuille.row, columnGap: 6, paddingVertical: 1.5 }}>
                <View style={{ width: 58 }}>
                  <Texte feuille={feuille} style={{ color: couleurs.muted }}>
                    {label}
                  </Texte>
                </View>
                <View style={{ flex: 1 }}>
                  <Texte feuille={feuille} dir="auto">
                    {value}
                  </Texte>
                </View>
              </View>
            ) : null,
          )
        : null}
    </View>
  );
}

/** ISO 13616 print format: groups of four, which is how people copy it. */
function groupIban(iban: string): string {
  return iban.replace(/\s/g, "").replace(/(.{4})(?=.)/g, "$1\u00a0");
}
