import { Document, Page, Text, View } from "@react-pdf/renderer";
import { type Feuille, openFeuille, printable } from "@/lib/factures/pdf/feuille";
import { Texte } from "@/lib/factures/pdf/texte";
import { couleurs, marge, tailles } from "@/lib/factures/pdf/theme";
import { civilDay } from "@/lib/foundation/zoned";
import { formatList, formatNumber } from "@/lib/i18n/format";
import { htmlLang, type Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translate";
import type { Rapport } from "@/lib/rapports/schemas-rapport";
import { Barres } from "./barres";
import type { Lieu } from "./render-rapport";
import { MOST_PRINTED, Tableau } from "./tableau";

type Props = { rapport: Rapport; langue: Locale; lieux: readonly Lieu[] };

/** A stored report on paper: what it is, its drawing, its figures. Landscape, for the columns. */
export function RapportDocument({ rapport, langue, lieux }: Props) {
  const [premier] = lieux;
  const pays = premier?.pays ?? "FR";
  const feuille = openFeuille({ pays, devise: rapport.totaux[0]?.devise ?? "EUR" }, langue);
  const t = translator(langue, "rapports");
  const { du, au } = rapport;
  const period = du ? feuille.period(du, au) : t("at", { to: feuille.date(au) });
  const where = formatList(
    lieux.map(({ nom }) => nom),
    { locale: langue, region: pays },
  );
  const made = new Date(rapport.cree_le);
  const cut = rapport.lignes.length > MOST_PRINTED;
  return (
    <Document
      title={`${rapport.libelle} · ${period}`}
      author={where}
      creator="Dihya"
      producer="Dihya"
      language={htmlLang(langue)}
      creationDate={made}
    >
      <Page
        size="A4"
        orientation="landscape"
        style={{
          fontFamily: feuille.fonts,
          fontSize: tailles.base,
          color: couleurs.ink,
          paddingTop: 34,
          paddingBottom: 48,
          paddingHorizontal: marge,
        }}
      >
        <Bandeau feuille={feuille} />
        <Texte feuille={feuille} style={{ fontSize: tailles.titre, fontWeight: 600, lineHeight: 1.2 }}>
          {rapport.libelle}
        </Texte>
        <Texte feuille={feuille} style={{ fontSize: tailles.lg, color: couleurs.muted, marginBottom: 14 }}>
          {[period, where].join(feuille.separator)}
        </Texte>
        {rapport.lignes.length === 0 ? <Texte feuille={feuille}>{t("empty")}</Texte> : null}
        <Barres rapport={rapport} feuille={feuille} />
        <Tableau rapport={rapport} feuille={feuille} />
        {cut ? (
          <Texte feuille={feuille} style={{ color: couleurs.muted, marginTop: 6 }}>
            {t("printedFirst", { count: formatNumber(MOST_PRINTED, { locale: langue, region: pays }) })}
          </Texte>
        ) : null}
        <Pied feuille={feuille} made={feuille.date(civilDay(made, premier?.fuseau ?? "UTC"))} />
      </Page>
    </Document>
  );
}

function Bandeau({ feuille }: { feuille: Feuille }) {
  return (
    <View
      fixed
      style={{ position: "absolute", top: 0, left: 0, right: 0, flexDirection: feuille.row, height: 5 }}
    >
      <View style={{ flex: 1, backgroundColor: couleurs.accent }} />
      <View style={{ width: 96, backgroundColor: couleurs.warm }} />
    </View>
  );
}

function Pied({ feuille, made }: { feuille: Feuille; made: string }) {
  return (
    <Text
      fixed
      style={{
        position: "absolute",
        bottom: 22,
        left: marge,
        right: marge,
        direction: feuille.dir,
        textAlign: "center",
        fontSize: tailles.sm,
        color: couleurs.muted,
      }}
      render={({ pageNumber, totalPages }) =>
        printable(
          [made, feuille.t("pied.page", { page: String(pageNumber), total: String(totalPages) })].join(
            feuille.separator,
          ),
        )
      }
    />
  );
}
