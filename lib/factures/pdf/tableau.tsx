import { View } from "@react-pdf/renderer";
import type { FactureInstantane, FraisInstantane, LigneInstantane } from "@/lib/factures/instantane";
import type { Feuille } from "./feuille";
import { Texte } from "./texte";
import { couleurs, tailles } from "./theme";

type Props = { facture: FactureInstantane; feuille: Feuille };
type Cellule = {
  text: string;
  detail?: string;
  ltrDetail?: boolean;
  typed?: boolean;
  strong?: boolean;
};

/** Widths in points; the service takes what is left. */
const colonnes = [
  { cle: "date", width: 70, align: "start" },
  { cle: "prestation", width: null, align: "start" },
  { cle: "duree", width: 46, align: "end" },
  { cle: "prix", width: 64, align: "end" },
  { cle: "tva", width: 34, align: "end" },
  { cle: "ht", width: 60, align: "end" },
  { cle: "ttc", width: 62, align: "end" },
] as const;

/** Nature, date, time spent, hourly price, VAT and price of each visit (C. trav. D7233-1, 4° to 10°). */
export function Tableau({ facture, feuille }: Props) {
  const rows = [
    ...facture.lignes.map((ligne, rang) => ({ key: `v${rang}`, cellules: visite(ligne, feuille) })),
    ...facture.frais.map((frais, rang) => ({ key: `f${rang}`, cellules: depense(frais, feuille) })),
  ];
  return (
    <View>
      <View
        fixed
        style={{
          flexDirection: feuille.row,
          columnGap: 6,
          paddingBottom: 4,
          borderBottom: `1pt solid ${couleurs.accent}`,
        }}
      >
        {colonnes.map(({ cle, width, align }) => (
          <View key={cle} style={width ? { width } : { flex: 1 }}>
            <Texte
              feuille={feuille}
              align={align}
              style={{ fontSize: tailles.sm, fontWeight: 600, color: couleurs.accent }}
            >
              {feuille.t(`tableau.${cle}`)}
            </Texte>
          </View>
        ))}
      </View>
      {rows.map(({ key, cellules }) => (
        <Rangee key={key} feuille={feuille} cellules={cellules} />
      ))}
    </View>
  );
}

function Rangee({ feuille, cellules }: { feuille: Feuille; cellules: Cellule[] }) {
  return (
    <View
      wrap={false}
      style={{
        flexDirection: feuille.row,
        columnGap: 6,
        paddingVertical: 4.5,
        borderBottom: `0.5pt solid ${couleurs.line}`,
      }}
    >
      {colonnes.map(({ cle, width, align }, index) => {
        const cellule = cellules[index] ?? { text: "" };
        return (
          <View key={cle} style={width ? { width } : { flex: 1 }}>
            <Texte
              feuille={feuille}
              align={align}
              dir={cellule.typed ? "auto" : undefined}
              figures={align === "end"}
              style={{ fontWeight: cellule.strong ? 600 : 400 }}
            >
              {cellule.text}
            </Texte>
            {cellule.detail ? (
              <Texte
                feuille={feuille}
                align={align}
                dir={cellule.ltrDetail ? "ltr" : undefined}
                style={{ fontSize: tailles.sm, color: couleurs.muted }}
              >
                {cellule.detail}
              </Texte>
            ) : null}
          </View>
        );
      })}
    </View>
  );
}

function visite(ligne: LigneInstantane, feuille: Feuille): Cellule[] {
  const { t, money, percent } = feuille;
  const label =
    feuille.langue === "fr" ? (ligne.activite_libelle_fr ?? ligne.activite_libelle) : ligne.activite_libelle;
  const matricule = ligne.intervenant_matricule;
  const prix = money(ligne.prix_unitaire_ttc);
  return [
    { text: feuille.shortDate(ligne.date), detail: `${ligne.debut}–${ligne.fin}`, ltrDetail: true },
    { text: label, typed: true, detail: matricule ? t("tableau.intervenant", { matricule }) : undefined },
    { text: feuille.hours(ligne.quantite_min) },
    ligne.unite === "heure"
      ? { text: t("tableau.parHeure", { prix }) }
      : { text: prix, detail: t("tableau.forfait") },
    { text: percent(ligne.taux_tva_bp) },
    { text: money(ligne.montant_ht) },
    { text: money(ligne.montant_ttc), strong: true },
  ];
}

function depense(frais: FraisInstantane, feuille: Feuille): Cellule[] {
  const { t, money, percent } = feuille;
  const label = feuille.langue === "fr" ? (frais.libelle_fr ?? frais.libelle) : frais.libelle;
  return [
    { text: frais.date ? feuille.shortDate(frais.date) : "" },
    { text: label, typed: true },
    { text: t("tableau.unites", { nombre: frais.unites }) },
    { text: money(frais.prix_unitaire_ttc) },
    { text: percent(frais.taux_tva_bp) },
    { text: money(frais.montant_ht) },
    { text: money(frais.montant_ttc), strong: true },
  ];
}
