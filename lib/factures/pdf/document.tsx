import { Document, Page } from "@react-pdf/renderer";
import type { FactureInstantane } from "@/lib/factures/instantane";
import { htmlLang } from "@/lib/i18n/locales";
import { type Feuille, openFeuille } from "./feuille";
import { Entete, MontantAPayer } from "./header";
import { CreditImpot, Mentions } from "./mentions";
import { Bandeau, Pied } from "./pied";
import { Tableau } from "./tableau";
import { Texte } from "./texte";
import { couleurs, marge, tailles } from "./theme";
import { Totaux } from "./totaux";

/**
 * The whole document. A French agency's invoice in another language is followed by its French version:
 * French is compulsory on a consumer's invoice (law 94-665 of 4 August 1994, art. 2).
 */
export function FactureDocument({ facture }: { facture: FactureInstantane }) {
  const feuille = openFeuille(facture, facture.langue);
  const french = facture.pays === "FR" && facture.langue !== "fr" ? openFeuille(facture, "fr") : null;
  const title = `${feuille.t(`document.${facture.type}`)} ${facture.numero}`;
  const { debut, fin } = facture.periode;
  return (
    <Document
      title={title}
      author={facture.emetteur.nom}
      subject={feuille.t("document.sujet", { periode: feuille.period(debut, fin) })}
      creator="Dihya"
      producer="Dihya"
      language={htmlLang(facture.langue)}
      creationDate={new Date(`${facture.date_emission}T00:00:00Z`)}
    >
      <Feuillet
        facture={facture}
        feuille={feuille}
        notice={french ? feuille.t("document.traduction") : null}
      />
      {french ? (
        <Feuillet facture={facture} feuille={french} notice={french.t("document.versionFrancaise")} />
      ) : null}
    </Document>
  );
}

function Feuillet({
  facture,
  feuille,
  notice,
}: {
  facture: FactureInstantane;
  feuille: Feuille;
  notice: string | null;
}) {
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
      <Bandeau facture={facture} feuille={feuille} />
      <Entete facture={facture} feuille={feuille} />
      <MontantAPayer facture={facture} feuille={feuille} />
      <Tableau facture={facture} feuille={feuille} />
      <Totaux facture={facture} feuille={feuille} />
      <CreditImpot facture={facture} feuille={feuille} />
      <Mentions facture={facture} feuille={feuille} />
      {notice ? (
        <Texte feuille={feuille} style={{ fontSize: tailles.xs, color: couleurs.muted, marginTop: 2 }}>
          {notice}
        </Texte>
      ) : null}
      <Pied facture={facture} feuille={feuille} />
    </Page>
  );
}
