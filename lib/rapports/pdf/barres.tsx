import { View } from "@react-pdf/renderer";
import type { Feuille } from "@/lib/factures/pdf/feuille";
import { Texte } from "@/lib/factures/pdf/texte";
import { couleurs, tailles } from "@/lib/factures/pdf/theme";
import { definitions } from "@/lib/rapports/rapport";
import type { Rapport } from "@/lib/rapports/schemas-rapport";
import { cellText, sizeOf } from "./valeurs";

type Props = { rapport: Rapport; feuille: Feuille };

/** From calm to pressing: the light palette of the screens. */
const teintes: Record<number, readonly string[]> = {
  1: [couleurs.accent],
  3: [couleurs.accent, couleurs.warm, "#b4532f"],
  5: [couleurs.accent, "#23568c", couleurs.warm, "#b4532f", "#b3261e"],
};
const MOST_BARS = 10;

/** The report's first drawing, of its largest rows in their first currency. */
export function Barres({ rapport, feuille }: Props) {
  const [codes = []] = definitions[rapport.type].graphiques;
  const colonnes = rapport.colonnes.filter(({ code }) => codes.includes(code));
  const devise = rapport.totaux[0]?.devise ?? null;
  const bars = rapport.lignes
    .filter((ligne) => ligne.devise === devise)
    .map((ligne) => ({ ligne, parts: colonnes.map((colonne) => sizeOf(colonne, ligne)) }));
  const whole = (parts: readonly number[]) => parts.reduce((sum, part) => sum + part, 0);
  const longest = Math.max(0, ...bars.map(({ parts }) => whole(parts)));
  if (longest === 0) return null;
  if (rapport.grouper_par !== "mois") bars.sort((a, b) => whole(b.parts) - whole(a.parts));
  const palette = [...(teintes[colonnes.length] ?? [])];
  if (rapport.type === "qualite") palette.reverse();
  const single = colonnes.length === 1 ? colonnes[0] : undefined;
  return (
    <View wrap={false} style={{ marginBottom: 16 }}>
      <Legende names={colonnes.map(({ libelle }) => libelle)} palette={palette} feuille={feuille} />
      {bars.slice(0, MOST_BARS).map(({ ligne, parts }) => (
        <View
          key={`${ligne.cle}`}
          style={{ flexDirection: feuille.row, alignItems: "center", columnGap: 8, marginBottom: 3 }}
        >
          <View style={{ width: 170 }}>
            <Texte feuille={feuille} dir="auto">
              {ligne.libelle}
            </Texte>
          </View>
          <View style={{ flex: 1, height: 9, flexDirection: feuille.row, backgroundColor: "#f2ede4" }}>
            {parts.map((part, index) => (
              <View
                key={colonnes[index]?.code}
                style={{ width: `${(part * 100) / longest}%`, backgroundColor: palette[index] }}
              />
            ))}
          </View>
          <View style={{ width: single ? 70 : 0 }}>
            {single ? (
              <Texte feuille={feuille} align="end" figures>
                {cellText(single, ligne, feuille)}
              </Texte>
            ) : null}
          </View>
        </View>
      ))}
    </View>
  );
}

function Legende({ names, palette, feuille }: { names: string[]; palette: string[]; feuille: Feuille }) {
  return (
    <View style={{ flexDirection: feuille.row, flexWrap: "wrap", columnGap: 14, marginBottom: 6 }}>
      {names.map((name, index) => (
        <View key={name} style={{ flexDirection: feuille.row, alignItems: "center", columnGap: 4 }}>
          <View style={{ width: 8, height: 8, backgroundColor: palette[index] }} />
          <Texte feuille={feuille} style={{ fontSize: tailles.sm, color: couleurs.muted }}>
            {name}
          </Texte>
        </View>
      ))}
    </View>
  );
}
