import { parseDate } from "@internationalized/date";
import { multiplyRate } from "@/lib/foundation/money";
import { civilDay, inZone } from "@/lib/foundation/zoned";
import type { EmissionData } from "./emission-store";
import { type FactureInstantane, factureInstantane } from "./instantane";

type Emise = {
  type: "facture" | "avoir";
  periode: string;
  langue: FactureInstantane["langue"];
  devise: string;
  totalHt: number;
  totalTva: number;
  totalTtc: number;
  motif: string;
};
/** The invoice that a credit note corrects. */
type Corrigee = { numero: string; dateEmission: string } | null;
type Identite = { numero: string; dateEmission: string; echeance: string };
type Avantage = { tauxBp: number } | undefined;

/** The frozen snapshot of a document about to be issued. Throws ZodError when it does not add up. */
export function composeInstantane(
  facture: Emise,
  data: EmissionData,
  identite: Identite,
  avantage: Avantage,
  corrigee: Corrigee = null,
): FactureInstantane {
  const { agence, client, adresse, lignes } = data;
  return factureInstantane.parse({
    version: 1,
    numero: identite.numero,
    type: facture.type,
    avoir_de: corrigee && { numero: corrigee.numero, date_emission: corrigee.dateEmission },
    motif: facture.motif || undefined,
    langue: facture.langue,
    date_emission: identite.dateEmission,
    echeance: identite.echeance,
    periode: monthSpan(facture.periode),
    devise: facture.devise,
    pays: agence.pays,
    emetteur: emetteurOf(agence),
    client: destinataireOf({ agence, client, adresse }),
    lignes: lignes.map((one) => ligneOf(one, agence.fuseau, facture.langue)),
    tva: tvaOf(lignes.map(({ ligne }) => ligne)),
    total_ht: facture.totalHt,
    total_tva: facture.totalTva,
    total_ttc: facture.totalTtc,
    reste: facture.totalTtc,
    // The sentence cites the French civil code.
    mentions: agence.pays === "FR" && !corrigee ? [{ cle: "penalitesParticulier" }] : [],
    credit_impot: avantage
      ? {
          eligible: true,
          taux_bp: avantage.tauxBp,
          montant_indicatif: multiplyRate(facture.totalTtc, avantage.tauxBp),
        }
      : null,
    exoneration: facture.totalTva === 0 && agence.pays === "FR" ? "franchise293B" : null,
  });
}

/** To whom a document goes, as it is frozen on it. */
export function destinataireOf({
  agence,
  client,
  adresse,
}: Pick<EmissionData, "agence" | "client" | "adresse">) {
  return {
    id: client.id,
    nom: `${client.prenom} ${client.nom}`.trim(),
    adresse: adresse
      ? [adresse.voie, adresse.complement, `${adresse.codePostal} ${adresse.commune}`].filter(Boolean)
      : [agence.commune],
  };
}

function monthSpan(periode: string) {
  const start = parseDate(`${periode}-01`);
  return { debut: start.toString(), fin: start.add({ months: 1 }).subtract({ days: 1 }).toString() };
}

/** Who sends a document, as it is frozen on it. */
export function emetteurOf(agence: EmissionData["agence"]) {
  const french = agence.pays === "FR";
  const others = [
    { libelle: agence.pays === "MA" ? "ICE" : "NIF", valeur: agence.identifiant },
    { libelle: "RC", valeur: agence.registre },
  ];
  return {
    nom: agence.nom,
    forme_juridique: agence.formeJuridique,
    capital: agence.capital,
    adresse: [agence.voie, `${agence.codePostal} ${agence.commune}`],
    siren: french ? agence.identifiant : null,
    rcs: french ? agence.registre : null,
    numero_tva: agence.numeroTva,
    autres_identifiants: french ? [] : others.filter(({ valeur }) => valeur),
    numero_declaration: agence.numeroDeclaration,
    date_declaration: agence.dateDeclaration,
    numero_agrement: agence.numeroAgrement,
    date_agrement: agence.dateAgrement,
    telephone: agence.telephone,
    email: agence.email,
    iban: agence.iban,
    bic: agence.bic,
    mediateur: agence.mediateur,
    mode: "prestataire" as const,
  };
}

type LoadedLigne = EmissionData["lignes"][number];

function ligneOf({ ligne, debut, fin, libelles, matricule }: LoadedLigne, fuseau: string, langue: string) {
  if (!debut || !fin) throw new Error(`line ${ligne.id} has no visit`);
  const clock = (instant: Date) => {
    const local = inZone(instant, fuseau);
    return `${String(local.hour).padStart(2, "0")}:${String(local.minute).padStart(2, "0")}`;
  };
  return {
    prestation_id: ligne.prestationId,
    date: civilDay(debut, fuseau),
    debut: clock(debut),
    fin: clock(fin),
    activite_libelle: ligne.libelle,
    activite_libelle_fr: langue === "fr" ? null : (libelles?.fr ?? null),
    intervenant_matricule: matricule,
    quantite_min: ligne.quantiteMin,
    unite: ligne.unite,
    prix_unitaire_ttc: ligne.prixUnitaireTtc,
    taux_tva_bp: ligne.tauxTvaBp,
    montant_ht: ligne.montantHt,
    montant_tva: ligne.montantTva,
    montant_ttc: ligne.montantTtc,
  };
}

/** Base and VAT per rate, lowest first. */
export function tvaOf(lignes: readonly { tauxTvaBp: number; montantHt: number; montantTva: number }[]) {
  const byRate = new Map<number, { taux_bp: number; base_ht: number; tva: number }>();
  for (const { tauxTvaBp, montantHt, montantTva } of lignes) {
    const sum = byRate.get(tauxTvaBp) ?? { taux_bp: tauxTvaBp, base_ht: 0, tva: 0 };
    byRate.set(tauxTvaBp, { ...sum, base_ht: sum.base_ht + montantHt, tva: sum.tva + montantTva });
  }
  return [...byRate.values()].sort((a, b) => a.taux_bp - b.taux_bp);
}
