import { View } from "@react-pdf/renderer";
import type { FactureInstantane, FraisInstantane, LigneInstantane } from "@/lib/factures/instantane";
import type { Feuille } from "./feuille";
import { Texte } from "./texte";
import { couleurs, tailles } from "./theme";

type Props = { facture: FactureInstantane; feuille: Feuille };
export type Cellule = {
  text: string;
  detail?: string;
  ltrDetail?: boolean;
  typed?: boolean;
  strong?: boolean;
};

/** A width in points; null takes what is left. */
export type Colonne = { titre: string; width: number | null; align: "start" | "end" };

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
  const heads = colonnes.map(({ cle, width, align }) => ({
    titre: feuille.t(`tableau.${cle}`),
    width,
    align,
  }));
  return <Grille feuille={feuille} colonnes={heads} rangees={rows} />;
}

type Grid = {
  feuille: Feuille;
  colonnes: readonly Colonne[];
  rangees: readonly { key: string; cellules: readonly Cellule[] }[];
};

/** A table whose head is repeated on every page. */
export function Grille({ feuille, colonnes, rangees }: Grid) {
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
        {colonnes.map(({ titre, width, align }) => (
          <View key={titre} style={width ? { width } : { flex: 1 }}>
            <Texte
              feuille={feuille}
              align={align}
              style={{ fontSize: tailles.sm, fontWeight: 600, color: couleurs.accent }}
            >
              {titre}
            </Texte>
          </View>
        ))}
      </View>
      {rangees.map(({ key, cellules }) => (
        <Rangee key={key} feuille={feuille} colonnes={colonnes} cellules={cellules} />
      ))}
    </View>
  );
}

function Rangee({
  feuille,
  colonnes,
  cellules,
}: Pick<Grid, "feuille" | "colonnes"> & { cellules: readonly Cellule[] }) {
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
      {colonnes.map(({ titre, width, align }, index) => {
        const cellule = cellules[index] ?? { text: "" };
        return (
          <View key={titre} style={width ? { width } : { flex: 1 }}>
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
