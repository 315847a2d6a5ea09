import { View } from "@react-pdf/renderer";
import type { EmetteurInstantane } from "@/lib/factures/instantane";
import type { AttestationShape } from "@/lib/factures/schemas-attestation";
import { decimalToCents } from "@/lib/foundation/money";
import type { Feuille, Piece } from "./feuille";
import { Tete } from "./header";
import { Papier } from "./papier";
import { printDocument } from "./print-document";
import { type Cellule, type Colonne, Grille } from "./tableau";
import { Texte } from "./texte";
import { couleurs, tailles } from "./theme";
import { Somme } from "./totaux";

type Asked = {
  emetteur: EmetteurInstantane;
  pays: string;
  date: string;
  langue: Feuille["langue"];
  /** The same certificate, its activities named in the client's language and in French. */
  own: AttestationShape;
  french: AttestationShape;
};
type Part = { a: AttestationShape; feuille: Feuille };

/** PDF of a yearly tax certificate (Code du travail D7233-4), in the client's language, then in French. */
export function renderAttestation({ emetteur, pays, date, langue, own, french }: Asked): Promise<Uint8Array> {
  const client = { id: own.client_id, nom: own.client_nom, adresse: own.client_adresse, siren: null };
  const piece: Piece = {
    type: "attestation",
    numero: String(own.annee),
    emetteur,
    pays,
    devise: own.devise,
    client,
  };
  return printDocument(() => (
    <Papier piece={piece} langue={langue} date={date}>
      {(feuille) => {
        const a = feuille.langue === "fr" ? french : own;
        return (
          <>
            <Tete
              facture={piece}
              feuille={feuille}
              reperes={[
                { label: feuille.t("attestation.annee"), value: String(a.annee), ltr: true },
                { label: feuille.t("entete.emission"), value: feuille.date(date) },
                { label: feuille.t("entete.client"), value: String(a.client_id), ltr: true },
              ]}
            />
            <Declaration a={a} feuille={feuille} />
            <Activites a={a} feuille={feuille} />
            <Sommes a={a} feuille={feuille} />
            <Interventions a={a} feuille={feuille} />
            <Paiements a={a} feuille={feuille} />
            <Notes feuille={feuille} />
          </>
        );
      }}
    </Papier>
  ));
}

function Declaration({ a, feuille }: Part) {
  const { t, money, date, code } = feuille;
  const { organisme } = a;
  const numero = organisme.numero_declaration ? code(organisme.numero_declaration) : "";
  return (
    <View style={{ marginTop: 12, marginBottom: 12, rowGap: 3 }}>
      <Texte feuille={feuille} style={{ fontSize: tailles.lg, lineHeight: 1.45 }}>
        {t("attestation.texte", {
          organisme: organisme.nom,
          client: a.client_nom,
          annee: String(a.annee),
          montant: money(decimalToCents(a.montant_eligible)),
        })}
      </Texte>
      {numero ? (
        <Texte feuille={feuille} style={{ color: couleurs.muted }}>
          {organisme.date_declaration
            ? t("pied.declarationDatee", { numero, date: date(organisme.date_declaration) })
            : t("pied.declaration", { numero })}
        </Texte>
      ) : null}
    </View>
  );
}

type Section = { titre: string; feuille: Feuille; colonnes: Colonne[]; rangees: Cellule[][] };

function Bloc({ titre, feuille, colonnes, rangees }: Section) {
  return (
    <View style={{ marginTop: 10 }}>
      <Texte feuille={feuille} style={{ fontWeight: 600, fontSize: tailles.lg, marginBottom: 4 }}>
        {titre}
      </Texte>
      <Grille
        feuille={feuille}
        colonnes={colonnes}
        rangees={rangees.map((cellules, rang) => ({ key: String(rang), cellules }))}
      />
    </View>
  );
}

function Activites({ a, feuille }: Part) {
  const { t, money, hours } = feuille;
  const amount = (text: string) => money(decimalToCents(text));
  return (
    <Bloc
      titre={t("attestation.parActivite")}
      feuille={feuille}
      colonnes={[
        { titre: t("tableau.prestation"), width: null, align: "start" },
        { titre: t("devis.heures"), width: 60, align: "end" },
        { titre: t("attestation.eligible"), width: 90, align: "end" },
        { titre: t("attestation.especes"), width: 90, align: "end" },
      ]}
      rangees={a.activites.map((one) => [
        {
          text: one.libelle,
          typed: true,
          detail: one.plafond ? t("attestation.plafond", { montant: amount(one.plafond) }) : undefined,
        },
        { text: hours(Math.round(one.heures * 60)) },
        { text: amount(one.montant_eligible), strong: true },
        { text: amount(one.montant_especes) },
      ])}
    />
  );
}

function Sommes({ a, feuille }: Part) {
  const { t, money } = feuille;
  const amount = (text: string) => money(decimalToCents(text));
  return (
    <View wrap={false} style={{ flexDirection: feuille.row, marginTop: 8 }}>
      <View style={{ flex: 1 }} />
      <View style={{ width: 270 }}>
        {a.montant_especes === "0.00" ? null : (
          <Somme
            feuille={feuille}
            label={t("attestation.especesExclues")}
            amount={amount(a.montant_especes)}
            quiet
          />
        )}
        {a.montant_cesu === "0.00" ? null : (
          <Somme feuille={feuille} label={t("attestation.cesu")} amount={amount(a.montant_cesu)} quiet />
        )}
        <Somme feuille={feuille} label={t("attestation.total")} amount={amount(a.montant_eligible)} due />
      </View>
    </View>
  );
}

function Interventions({ a, feuille }: Part) {
  const { t, money, hours } = feuille;
  return (
    <Bloc
      titre={t("attestation.interventions")}
      feuille={feuille}
      colonnes={[
        { titre: t("attestation.mois"), width: 86, align: "start" },
        { titre: t("tableau.prestation"), width: null, align: "start" },
        { titre: t("devis.heures"), width: 60, align: "end" },
        { titre: t("tableau.prix"), width: 80, align: "end" },
      ]}
      rangees={a.interventions.map((one) => [
        { text: feuille.period(`${one.mois}-01`, lastDay(one.mois)) },
        {
          text: one.libelle,
          typed: true,
          detail: one.matricule
            ? `${t("tableau.intervenant", { matricule: one.matricule })}${feuille.separator}${one.intervenant}`
            : undefined,
        },
        { text: hours(Math.round(one.heures * 60)) },
        { text: t("tableau.parHeure", { prix: money(decimalToCents(one.prix_horaire_ttc)) }) },
      ])}
    />
  );
}

const lastDay = (mois: string) => {
  const [year = 0, month = 0] = mois.split("-").map(Number);
  return `${mois}-${new Date(Date.UTC(year, month, 0)).getUTCDate()}`;
};

function Paiements({ a, feuille }: Part) {
  const { t, money, shortDate } = feuille;
  return (
    <Bloc
      titre={t("attestation.paiements")}
      feuille={feuille}
      colonnes={[
        { titre: t("attestation.date"), width: 86, align: "start" },
        { titre: t("attestation.mode"), width: null, align: "start" },
        { titre: t("attestation.facture"), width: 110, align: "end" },
        { titre: t("attestation.montant"), width: 80, align: "end" },
      ]}
      rangees={a.paiements.map((one) => [
        { text: shortDate(one.date) },
        { text: t(`modes.${one.mode}`) },
        { text: feuille.code(one.facture_numero) },
        { text: money(decimalToCents(one.montant)), strong: one.eligible },
      ])}
    />
  );
}

function Notes({ feuille }: { feuille: Feuille }) {
  const { t } = feuille;
  return (
    <View wrap={false} style={{ marginTop: 10, rowGap: 2 }}>
      {(["noteCesu", "noteEspeces", "notePlafond"] as const).map((key) => (
        <Texte key={key} feuille={feuille} style={{ fontSize: tailles.sm, color: couleurs.muted }}>
          {t(`attestation.${key}`)}
        </Texte>
      ))}
    </View>
  );
}
