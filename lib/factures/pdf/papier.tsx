import { Document, Page } from "@react-pdf/renderer";
import type { ReactNode } from "react";
import { htmlLang } from "@/lib/i18n/locales";
import { type Feuille, openFeuille, type Piece } from "./feuille";
import { Bandeau, Pied } from "./pied";
import { Texte } from "./texte";
import { couleurs, marge, tailles } from "./theme";

type Props = {
  piece: Piece;
  langue: Feuille["langue"];
  date: string;
  /** The content of one version, in the language of its sheet. */
  children: (feuille: Feuille) => ReactNode;
};

/** A document in the client's language; a French agency's is followed by its French version. */
export function Papier({ piece, langue, date, children }: Props) {
  const feuille = openFeuille(piece, langue);
  const french = piece.pays === "FR" && langue !== "fr" ? openFeuille(piece, "fr") : null;
  return (
    <Document
      title={`${feuille.t(`document.${piece.type}`)} ${piece.numero}`}
      author={piece.emetteur.nom}
      creator="Dihya"
      producer="Dihya"
      language={htmlLang(langue)}
      creationDate={new Date(`${date}T00:00:00Z`)}
    >
      <Version piece={piece} feuille={feuille} notice={french ? feuille.t("document.traduction") : null}>
        {children(feuille)}
      </Version>
      {french ? (
        <Version piece={piece} feuille={french} notice={french.t("document.versionFrancaise")}>
          {children(french)}
        </Version>
      ) : null}
    </Document>
  );
}

type Sheet = { piece: Piece; feuille: Feuille; notice: string | null; children: ReactNode };

function Version({ piece, feuille, notice, children }: Sheet) {
  return (
    <Page
      size="A4"
      style={{
        fontFamily: feuille.fonts,
        fontSize: tailles.base,
        color: couleurs.ink,
        paddingTop: 34,
        paddingBottom: 64,
        paddingHorizontal: marge,
      }}
    >
      <Bandeau facture={piece} feuille={feuille} />
      {children}
      {notice ? (
        <Texte feuille={feuille} style={{ fontSize: tailles.xs, color: couleurs.muted, marginTop: 2 }}>
          {notice}
        </Texte>
      ) : null}
      <Pied facture={piece} feuille={feuille} />
    </Page>
  );
}
