import { View } from "@react-pdf/renderer";
import type { FactureInstantane } from "@/lib/factures/instantane";
import type { Feuille, Piece } from "./feuille";
import { Texte } from "./texte";
import { couleurs, fenetre, marge, tailles } from "./theme";

type Props = { facture: FactureInstantane; feuille: Feuille };
type Head = { facture: Piece; feuille: Feuille };
/** One label and one value; `ltr` for codes, `typed` for what somebody wrote. */
export type Repere = { label: string; value: string; ltr?: boolean; typed?: boolean };

const paddingTop = 34;

/** Who sends, what it is, who receives it (placed for a window envelope in every language). */
export function Entete({ facture, feuille }: Props) {
  return <Tete facture={facture} feuille={feuille} reperes={reperesOf(facture, feuille)} />;
}

/** The head of any document. */
export function Tete({ facture, feuille, reperes }: Head & { reperes: readonly Repere[] }) {
  return (
    <View>
      <View style={{ flexDirection: feuille.row, height: fenetre.top - paddingTop, columnGap: 24 }}>
        <Agence facture={facture} feuille={feuille} />
        <Titre facture={facture} feuille={feuille} />
      </View>
      <View style={{ flexDirection: "row", minHeight: fenetre.height }}>
        <Reperes feuille={feuille} rows={reperes} />
        <Destinataire facture={facture} feuille={feuille} />
      </View>
    </View>
  );
}

function Agence({ facture: { emetteur }, feuille }: Head) {
  const small = { fontSize: tailles.base, color: couleurs.muted };
  return (
    <View style={{ flex: 1 }}>
      <Texte
        feuille={feuille}
        dir="auto"
        style={{ fontSize: tailles.xl, fontWeight: 600, color: couleurs.accent, marginBottom: 3 }}
      >
        {emetteur.nom}
      </Texte>
      {emetteur.adresse.map((line) => (
        <Texte key={line} feuille={feuille} dir="auto" style={small}>
          {line}
        </Texte>
      ))}
      {[emetteur.telephone, emetteur.email].map((contact) =>
        contact ? (
          <Texte key={contact} feuille={feuille} dir="ltr" style={small}>
            {contact}
          </Texte>
        ) : null,
      )}
    </View>
  );
}

function Titre({ facture, feuille }: Head) {
  return (
    <View style={{ width: 215 }}>
      <Texte
        feuille={feuille}
        align="end"
        style={{ fontSize: tailles.titre, fontWeight: 600, lineHeight: 1.2 }}
      >
        {feuille.t(`document.${facture.type}`)}
      </Texte>
      <Texte feuille={feuille} align="end" dir="ltr" style={{ fontSize: tailles.lg, color: couleurs.muted }}>
        {facture.numero}
      </Texte>
    </View>
  );
}

function reperesOf(facture: FactureInstantane, feuille: Feuille): Repere[] {
  const { t, date } = feuille;
  const rows: Repere[] = [{ label: t("entete.emission"), value: date(facture.date_emission) }];
  if (facture.echeance && facture.type === "facture") {
    rows.push({ label: t("entete.echeance"), value: date(facture.echeance) });
  }
  rows.push({
    label: t("entete.periode"),
    value: feuille.period(facture.periode.debut, facture.periode.fin),
  });
  rows.push({ label: t("entete.client"), value: String(facture.client.id), ltr: true });
  if (facture.avoir_de) {
    const { numero, date_emission } = facture.avoir_de;
    const value = t("entete.corrigeDetail", { numero: feuille.code(numero), date: date(date_emission) });
    rows.push({ label: t("entete.corrige"), value });
  }
  if (facture.motif) rows.push({ label: t("entete.motif"), value: facture.motif, typed: true });
  return rows;
}

/** Number, dates, period: one label and one value a line. */
function Reperes({ feuille, rows }: { feuille: Feuille; rows: readonly Repere[] }) {
  return (
    <View style={{ width: fenetre.left - marge - 16 }}>
      {rows.map(({ label, value, ltr, typed }) => (
        <View
          key={`${label}${value}`}
          style={{ flexDirection: feuille.row, marginBottom: 2.5, columnGap: 8 }}
        >
          <View style={{ width: 86 }}>
            <Texte feuille={feuille} style={{ color: couleurs.muted }}>
              {label}
            </Texte>
          </View>
          <View style={{ flex: 1 }}>
            <Texte feuille={feuille} dir={ltr ? "ltr" : typed ? "auto" : undefined}>
              {value}
            </Texte>
          </View>
        </View>
      ))}
    </View>
  );
}

function Destinataire({ facture: { client }, feuille }: Head) {
  return (
    <View style={{ flex: 1, marginLeft: 16, paddingHorizontal: 8 }}>
      <Texte feuille={feuille} dir="auto" style={{ fontSize: tailles.lg, fontWeight: 600, marginBottom: 2 }}>
        {client.nom}
      </Texte>
      {client.adresse.map((line) => (
        <Texte key={line} feuille={feuille} dir="auto" style={{ fontSize: tailles.lg, lineHeight: 1.4 }}>
          {line}
        </Texte>
      ))}
      {client.siren ? (
        <Texte feuille={feuille} dir="ltr" style={{ color: couleurs.muted }}>
          {feuille.t("pied.siren", { numero: client.siren })}
        </Texte>
      ) : null}
    </View>
  );
}

/** The one figure the reader looks for. */
export function MontantAPayer({ facture, feuille }: Props) {
  const { t, money, date } = feuille;
  const paid = facture.type === "facture" && facture.reste <= 0;
  const amount = facture.type === "avoir" ? facture.total_ttc : facture.reste;
  const label = facture.type === "avoir" ? t("aPayer.avoir") : paid ? t("aPayer.reglee") : t("aPayer.reste");
  const detail =
    facture.type === "avoir" || paid || !facture.echeance
      ? null
      : t("aPayer.avant", { date: date(facture.echeance) });
  return (
    <View
      wrap={false}
      style={{
        flexDirection: feuille.row,
        alignItems: "center",
        backgroundColor: couleurs.accentSoft,
        borderRadius: 6,
        paddingVertical: 9,
        paddingHorizontal: 16,
        marginTop: 10,
        marginBottom: 12,
      }}
    >
      <View style={{ flex: 1 }}>
        <Texte feuille={feuille} style={{ fontSize: tailles.lg, fontWeight: 600, color: couleurs.accent }}>
          {label}
        </Texte>
        {detail ? (
          <Texte feuille={feuille} style={{ color: couleurs.muted }}>
            {detail}
          </Texte>
        ) : null}
      </View>
      <Texte
        feuille={feuille}
        align="end"
        figures
        style={{ fontSize: tailles.montant, fontWeight: 600, color: couleurs.accent, lineHeight: 1.25 }}
      >
        {money(amount)}
      </Texte>
    </View>
  );
}
