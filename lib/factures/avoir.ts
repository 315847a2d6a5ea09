import { Refused } from "@/lib/foundation/errors";
import { centsToDecimal, decimalToCents, divideHalfUp, toBigInt } from "@/lib/foundation/money";

/** A line of an issued invoice, with the cents that earlier credit notes took off it. */
export type LigneFacturee = {
  id: number;
  rang: number;
  prestationId: number | null;
  activiteId: number | null;
  libelle: string;
  quantiteMin: number;
  unite: "heure" | "forfait";
  prixUnitaireTtc: number;
  tauxTvaBp: number;
  montantHt: number;
  montantTva: number;
  montantTtc: number;
  credite: number;
};
type Demande = { rang: number; montant_ttc?: string };

export type LigneAvoir = Omit<LigneFacturee, "id" | "credite"> & { ligneOrigineId: number; annulee: true };

/**
 * Lines of a credit note: all that is left of the invoice, or of the lines asked, wholly or for an amount (cents, tax
 * included). A whole line is mirrored; a part becomes a flat amount whose net and VAT sum up to the line's own once it
 * is wholly credited. Throws `validation` for an unknown or repeated line, `creditExceedsInvoice` beyond what is left.
 */
export function lignesAvoir(
  facture: readonly LigneFacturee[],
  asked: readonly Demande[] | undefined,
): LigneAvoir[] {
  const parts = asked
    ? asked.map((one, index) => partOf(facture, asked, one, index))
    : facture.map((ligne) => ({ ligne, montant: ligne.montantTtc - ligne.credite }));
  return parts
    .filter(({ montant }) => montant > 0)
    .map(({ ligne, montant }, index) => creditOf(ligne, montant, index + 1));
}

function partOf(
  facture: readonly LigneFacturee[],
  asked: readonly Demande[],
  one: Demande,
  index: number,
): { ligne: LigneFacturee; montant: number } {
  const ligne = facture.find(({ rang }) => rang === one.rang);
  if (!ligne || asked.findIndex(({ rang }) => rang === one.rang) !== index) {
    throw new Refused("validation", {
      errors: [{ pointer: `/lignes/${index}/rang`, code: "invalidChoice" }],
    });
  }
  const left = ligne.montantTtc - ligne.credite;
  const montant = one.montant_ttc === undefined ? left : decimalToCents(one.montant_ttc);
  const pointer = `/lignes/${index}/montant_ttc`;
  if (one.montant_ttc !== undefined && montant <= 0)
    throw new Refused("validation", { errors: [{ pointer, code: "tooSmall", params: { min: "0.01" } }] });
  if (montant > left || left === 0) {
    const params = { reste: centsToDecimal(left) };
    const errors = [{ pointer, code: "creditExceedsInvoice" as const, params }];
    throw new Refused("creditExceedsInvoice", { params, errors });
  }
  return { ligne, montant };
}

function creditOf({ id, credite, ...ligne }: LigneFacturee, montant: number, rang: number): LigneAvoir {
  const origin = { rang, ligneOrigineId: id, annulee: true as const };
  if (montant === ligne.montantTtc) return { ...ligne, ...origin };
  const net = (cents: number) =>
    divideHalfUp(toBigInt(cents) * toBigInt(ligne.montantHt), toBigInt(ligne.montantTtc));
  const montantHt = net(credite + montant) - net(credite);
  const split = { montantHt, montantTva: montant - montantHt, montantTtc: montant };
  const flat = { unite: "forfait" as const, quantiteMin: 0, prixUnitaireTtc: montant };
  return { ...ligne, ...flat, ...split, ...origin };
}
