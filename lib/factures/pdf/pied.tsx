import { Text, View } from "@react-pdf/renderer";
import { type Feuille, type Piece, printable } from "./feuille";
import { Texte } from "./texte";
import { couleurs, marge, tailles } from "./theme";

type Props = { facture: Piece; feuille: Feuille };

/** Colour band and, from the second page on, what document this sheet belongs to. */
export function Bandeau({ facture, feuille }: Props) {
  const { t, separator, code } = feuille;
  const title = [facture.emetteur.nom, t(`document.${facture.type}`), code(facture.numero)].join(separator);
  return (
    <View fixed style={{ position: "absolute", top: 0, left: 0, right: 0 }}>
      <View style={{ flexDirection: feuille.row, height: 5 }}>
        <View style={{ flex: 1, backgroundColor: couleurs.accent }} />
        <View style={{ width: 96, backgroundColor: couleurs.warm }} />
      </View>
      <Text
        style={{
          direction: feuille.dir,
          textAlign: feuille.start,
          fontSize: tailles.sm,
          color: couleurs.muted,
          marginTop: 13,
          marginHorizontal: marge,
        }}
        render={({ subPageNumber }) => (subPageNumber > 1 ? printable(title) : "")}
      />
    </View>
  );
}

/** Legal identity of the sender on every page, and the page number. */
export function Pied({ facture, feuille }: Props) {
  return (
    <View fixed style={{ position: "absolute", bottom: 22, left: marge, right: marge }}>
      <Texte
        feuille={feuille}
        align="center"
        style={{
          fontSize: tailles.xs,
          color: couleurs.muted,
          borderTop: `0.5pt solid ${couleurs.line}`,
          paddingTop: 6,
        }}
      >
        {identity(facture, feuille).join(feuille.separator)}
      </Texte>
      <Text
        style={{
          direction: feuille.dir,
          textAlign: "center",
          fontSize: tailles.xs,
          color: couleurs.muted,
          marginTop: 3,
        }}
        render={({ subPageNumber, subPageTotalPages }) =>
          feuille.t("pied.page", { page: String(subPageNumber), total: String(subPageTotalPages) })
        }
      />
    </View>
  );
}

function identity({ emetteur, pays }: Piece, { t, date, code }: Feuille): string[] {
  const { siren, rcs, numero_tva, capital, numero_declaration, date_declaration } = emetteur;
  const { numero_agrement, date_agrement } = emetteur;
  return [
    [emetteur.nom, emetteur.forme_juridique].filter(Boolean).join(", "),
    capital && t("pied.capital", { capital: code(capital) }),
    siren && t("pied.siren", { numero: code(siren) }),
    rcs && code(registration(rcs, pays)),
    numero_tva && t("pied.tva", { numero: code(numero_tva) }),
    ...emetteur.autres_identifiants.map(({ libelle, valeur }) => code(`${libelle} ${valeur}`)),
    numero_declaration &&
      (date_declaration
        ? t("pied.declarationDatee", { numero: code(numero_declaration), date: date(date_declaration) })
        : t("pied.declaration", { numero: code(numero_declaration) })),
    numero_agrement &&
      (date_agrement
        ? t("pied.agrementDate", { numero: code(numero_agrement), date: date(date_agrement) })
        : t("pied.agrement", { numero: code(numero_agrement) })),
  ]
    .filter((text): text is string => Boolean(text))
    .map((text) => text.replaceAll(" ", "\u00a0"));
}

/** A trade register number with its register, written once: `RCS Paris 552 100 554`, `RC 15/00-1 B 21`. */
function registration(rcs: string, pays: string): string {
  return /^R[A-Z]{1,2}\b/.test(rcs) ? rcs : `${pays === "FR" ? "RCS" : "RC"} ${rcs}`;
}
