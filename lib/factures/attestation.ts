import { divideHalfUp, toBigInt } from "@/lib/foundation/money";

export type PaiementCompte = { id: number; date: string; mode: string; montant: number };
export type LigneComptee = {
  activiteId: number;
  /** Civil month of the visit, YYYY-MM. */
  mois: string;
  intervenantId: number | null;
  minutes: number;
  prixHoraire: number;
  /** Amount of the line less its credit notes, cents. */
  net: number;
};
export type FactureComptee = { numero: string; lignes: LigneComptee[]; paiements: PaiementCompte[] };

type Part = { eligible: number; especes: number; minutes: number };
export type Intervention = Omit<LigneComptee, "net">;
export type Compte = {
  parActivite: Map<number, Part>;
  interventions: Intervention[];
  paiements: (PaiementCompte & { facture: string; eligible: boolean })[];
  eligible: number;
  especes: number;
  cesu: number;
  minutes: number;
};

/**
 * What a client paid in a year for services (cents, minutes). Payments count at their own date, in order, up to what
 * the invoice is worth once credited: what goes beyond is to be given back and was not borne. Each is spread over the
 * activities of its invoice in proportion; hours follow what is paid of them. Cash is kept apart (D7233-3).
 */
export function compterAnnee(factures: readonly FactureComptee[], annee: number): Compte {
  const compte: Compte = {
    parActivite: new Map(),
    interventions: [],
    paiements: [],
    eligible: 0,
    especes: 0,
    cesu: 0,
    minutes: 0,
  };
  for (const facture of factures) compterFacture(compte, facture, String(annee));
  compte.interventions.sort(
    (a, b) =>
      a.mois.localeCompare(b.mois) ||
      a.activiteId - b.activiteId ||
      (a.intervenantId ?? 0) - (b.intervenantId ?? 0),
  );
  compte.paiements.sort((a, b) => a.date.localeCompare(b.date) || a.id - b.id);
  return compte;
}

function compterFacture(compte: Compte, facture: FactureComptee, annee: string): void {
  const net = facture.lignes.reduce((sum, ligne) => sum + ligne.net, 0);
  const inOrder = [...facture.paiements].sort((a, b) => a.date.localeCompare(b.date) || a.id - b.id);
  let before = 0;
  for (const paiement of inOrder) {
    const after = Math.min(before + paiement.montant, net);
    if (after > before && paiement.date.startsWith(annee)) {
      const counted = { ...paiement, montant: after - before };
      repartir(compte, facture, { before, after, net }, counted);
    }
    before = after;
  }
}

type Span = { before: number; after: number; net: number };

/** The payment from cent `before` to cent `after` of the invoice, over its lines. */
function repartir(compte: Compte, facture: FactureComptee, span: Span, paiement: PaiementCompte): void {
  const isCash = paiement.mode === "especes";
  const cents = shares(
    facture.lignes.map(({ net }) => net),
    span,
  );
  const minutes = facture.lignes.map((ligne) => portion(ligne.minutes, span));
  facture.lignes.forEach((ligne, index) => {
    const part = compte.parActivite.get(ligne.activiteId) ?? { eligible: 0, especes: 0, minutes: 0 };
    part[isCash ? "especes" : "eligible"] += cents[index] ?? 0;
    part.minutes += ligne.net > 0 ? (minutes[index] ?? 0) : 0;
    compte.parActivite.set(ligne.activiteId, part);
    if (ligne.net > 0 && (minutes[index] ?? 0) > 0) noteIntervention(compte, ligne, minutes[index] ?? 0);
  });
  compte.paiements.push({ ...paiement, facture: facture.numero, eligible: !isCash });
  compte[isCash ? "especes" : "eligible"] += paiement.montant;
  if (paiement.mode.startsWith("cesu")) compte.cesu += paiement.montant;
}

/** Visits of one worker, activity and price in a month make one line of the recap. */
function noteIntervention(compte: Compte, { net: _net, ...ligne }: LigneComptee, minutes: number): void {
  compte.minutes += minutes;
  const same = compte.interventions.find(
    (one) =>
      one.mois === ligne.mois &&
      one.activiteId === ligne.activiteId &&
      one.intervenantId === ligne.intervenantId &&
      one.prixHoraire === ligne.prixHoraire,
  );
  if (same) same.minutes += minutes;
  else compte.interventions.push({ ...ligne, minutes });
}

const scaled = (whole: number, upTo: number, net: number) =>
  net === 0 ? 0 : divideHalfUp(toBigInt(whole) * toBigInt(upTo), toBigInt(net));

const portion = (whole: number, { before, after, net }: Span) =>
  scaled(whole, after, net) - scaled(whole, before, net);

/** Parts of a payment that sum up to it exactly, and over all payments of the invoice to each line's net. */
function shares(nets: readonly number[], span: Span): number[] {
  let prefix = 0;
  return nets.map((net) => {
    const low = portion(prefix, span);
    prefix += net;
    return portion(prefix, span) - low;
  });
}
