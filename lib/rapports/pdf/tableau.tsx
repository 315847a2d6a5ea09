import { View } from "@react-pdf/renderer";
import type { ReactNode } from "react";
import type { Feuille } from "@/lib/factures/pdf/feuille";
import { Texte } from "@/lib/factures/pdf/texte";
import { couleurs, tailles } from "@/lib/factures/pdf/theme";
import { translator } from "@/lib/i18n/translate";
import type { LigneRapport, Rapport } from "@/lib/rapports/schemas-rapport";
import { cellText } from "./valeurs";

/** Rows on paper; the spreadsheet has them all. */
export const MOST_PRINTED = 150;

type Props = { rapport: Rapport; feuille: Feuille };

/** The figures with their totals; the headings stand again on every page. */
export function Tableau({ rapport, feuille }: Props) {
  if (rapport.lignes.length === 0) return null;
  const t = translator(feuille.langue, "rapports");
  const headings = [t(`groups.${rapport.grouper_par}`), ...rapport.colonnes.map(({ libelle }) => libelle)];
  const lignes = [...rapport.lignes.slice(0, MOST_PRINTED), ...rapport.autres];
  return (
    <View>
      <View
        fixed
        style={{
          flexDirection: feuille.row,
          alignItems: "flex-end",
          columnGap: 6,
          paddingBottom: 4,
          borderBottom: `1pt solid ${couleurs.accent}`,
        }}
      >
        {headings.map((heading, index) => (
          <Cellule key={heading} index={index}>
            <Texte
              feuille={feuille}
              align={index === 0 ? "start" : "end"}
              style={{ fontSize: tailles.sm, fontWeight: 600, color: couleurs.accent }}
            >
              {heading}
            </Texte>
          </Cellule>
        ))}
      </View>
      {lignes.map((ligne, index) => (
        <Rangee key={`l${String(index)}`} ligne={ligne} rapport={rapport} feuille={feuille} />
      ))}
      {rapport.totaux.map((ligne) => (
        <Rangee key={`t${ligne.devise}`} ligne={ligne} rapport={rapport} feuille={feuille} isTotal />
      ))}
    </View>
  );
}

function Cellule({ index, children }: { index: number; children: ReactNode }) {
  return <View style={index === 0 ? { flex: 1 } : { width: 66 }}>{children}</View>;
}

function Rangee({
  ligne,
  rapport,
  feuille,
  isTotal = false,
}: Props & { ligne: LigneRapport; isTotal?: boolean }) {
  const fontWeight = isTotal ? 600 : 400;
  return (
    <View
      wrap={false}
      style={{
        flexDirection: feuille.row,
        columnGap: 6,
        paddingVertical: 3.5,
        borderBottom: `0.5pt solid ${couleurs.line}`,
        backgroundColor: isTotal ? couleurs.accentSoft : undefined,
      }}
    >
      <Cellule index={0}>
        <Texte feuille={feuille} dir="auto" style={{ fontWeight }}>
          {ligne.libelle}
        </Texte>
      </Cellule>
      {rapport.colonnes.map((colonne, index) => (
        <Cellule key={colonne.code} index={index + 1}>
          <Texte feuille={feuille} align="end" figures style={{ fontWeight }}>
            {cellText(colonne, ligne, feuille)}
          </Texte>
        </Cellule>
      ))}
    </View>
  );
}
