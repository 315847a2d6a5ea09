import { z } from "zod";
import { langues, modesPaiement } from "@/db/states";

/**
 * The frozen snapshot of an issued invoice or credit note: everything its PDF prints, nothing is looked up
 * later. Amounts are integer cents of `devise`; rates are basis points; dates are civil dates; times are the
 * local `HH:mm` of the place of work. Amounts of a credit note stay positive, its `type` says what they are.
 */
export type FactureInstantane = z.infer<typeof factureInstantane>;
export type LigneInstantane = z.infer<typeof ligneInstantane>;
export type EmetteurInstantane = z.infer<typeof emetteurInstantane>;
export type FraisInstantane = z.infer<typeof fraisInstantane>;

const cents = z.int();
const bp = z.int().min(0).max(10_000);
const civilDate = z.iso.date();
const localTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const text = z.string().min(1);
/** Empty text counts as absent, so that no empty label is ever printed. */
const optional = z
  .string()
  .nullish()
  .transform((value) => value?.trim() || null);

const montants = { montant_ht: cents, montant_tva: cents, montant_ttc: cents };

/** Identity, registrations and bank of the agency (C. trav. D7233-1; CGI ann. II art. 242 nonies A). */
export const emetteurInstantane = z.strictObject({
  nom: text,
  forme_juridique: optional,
  /** as printed, with its currency: `8 000 €` */
  capital: optional,
  adresse: z.array(text).min(1),
  siren: optional,
  /** trade register number and place: `Paris 552 100 554` */
  rcs: optional,
  numero_tva: optional,
  /** registrations of other countries, in reading order (ICE, IF, NIF, NIS, RC…) */
  autres_identifiants: z.array(z.strictObject({ libelle: text, valeur: text })).default([]),
  numero_declaration: optional,
  date_declaration: civilDate.nullable(),
  numero_agrement: optional,
  date_agrement: civilDate.nullable(),
  telephone: optional,
  email: optional,
  iban: optional,
  bic: optional,
  mediateur: optional,
  mode: z.enum(["prestataire", "mandataire"]),
});

/** One visit: nature, date, time spent, worker's registration number, price (D7233-1, 4° to 9°). */
const ligneInstantane = z.strictObject({
  prestation_id: z.int().positive().nullable(),
  date: civilDate,
  debut: localTime,
  fin: localTime,
  /** in `langue` */
  activite_libelle: text,
  /** French wording, printed on the French version that goes with a translated invoice */
  activite_libelle_fr: optional,
  intervenant_matricule: optional,
  /** billed minutes; with `forfait` the time spent, for information: one unit is billed */
  quantite_min: z.int().min(0),
  unite: z.enum(["heure", "forfait"]),
  prix_unitaire_ttc: cents,
  taux_tva_bp: bp,
  ...montants,
});

/** Travel and other ancillary costs, itemised (D7233-1, 10°). */
const fraisInstantane = z.strictObject({
  libelle: text,
  libelle_fr: optional,
  date: civilDate.nullable(),
  unites: z.int().positive(),
  prix_unitaire_ttc: cents,
  taux_tva_bp: bp,
  ...montants,
});

const paiementInstantane = z.strictObject({
  date: civilDate,
  mode: z.enum(modesPaiement),
  montant: cents,
});

/** Sentences the law or the agency wants on the document; wording in `messages/<langue>/pdf.json`. */
export const MENTIONS = [
  "penalitesParticulier",
  "penalitesProfessionnel",
  "nonEligibleAvantageFiscal",
  "optionDebits",
  "libre",
] as const;
const mention = z.strictObject({
  cle: z.enum(MENTIONS),
  params: z.record(z.string(), z.string()).default({}),
});

export const factureInstantane = z
  .strictObject({
    version: z.literal(1),
    numero: text,
    type: z.enum(["facture", "avoir"]),
    /** the invoice a credit note corrects */
    avoir_de: z.strictObject({ numero: text, date_emission: civilDate }).nullable(),
    /** why, on a credit note */
    motif: text.optional(),
    langue: z.enum(langues),
    date_emission: civilDate,
    echeance: civilDate.nullable(),
    periode: z.strictObject({ debut: civilDate, fin: civilDate }),
    devise: z.string().regex(/^[A-Z]{3}$/),
    pays: z.string().regex(/^[A-Z]{2}$/),
    emetteur: emetteurInstantane,
    client: z.strictObject({
      id: z.int().positive(),
      nom: text,
      adresse: z.array(text).min(1),
      /** buyer's registration, for a company or a public payer */
      siren: optional,
    }),
    lignes: z.array(ligneInstantane),
    frais: z.array(fraisInstantane).default([]),
    tva: z.array(z.strictObject({ taux_bp: bp, base_ht: cents, tva: cents })),
    total_ht: cents,
    total_tva: cents,
    total_ttc: cents,
    paiements: z.array(paiementInstantane).default([]),
    reste: cents,
    mentions: z.array(mention).default([]),
    /** indicative, never deducted from the amount to pay */
    credit_impot: z.strictObject({ eligible: z.boolean(), taux_bp: bp, montant_indicatif: cents }).nullable(),
    /** why no VAT is charged; null when VAT applies */
    exoneration: z.enum(["franchise293B", "fragiles2617ter", "association2617b"]).nullable(),
  })
  .refine(isBalanced, { message: "the lines, the rates, the totals and the rest do not agree" })
  .refine((facture) => facture.type === "facture" || facture.avoir_de !== null, {
    message: "a credit note names the invoice it corrects",
    path: ["avoir_de"],
  });

type Balance = {
  lignes: { montant_ht: number; montant_tva: number; montant_ttc: number }[];
  frais: { montant_ht: number; montant_tva: number; montant_ttc: number }[];
  tva: { base_ht: number; tva: number }[];
  paiements: { montant: number }[];
  total_ht: number;
  total_tva: number;
  total_ttc: number;
  reste: number;
};

/** A snapshot that does not add up is refused before it is frozen. */
function isBalanced(facture: Balance): boolean {
  const rows = [...facture.lignes, ...facture.frais];
  return (
    sum(rows, (row) => row.montant_ht) === facture.total_ht &&
    sum(rows, (row) => row.montant_tva) === facture.total_tva &&
    sum(rows, (row) => row.montant_ttc) === facture.total_ttc &&
    sum(facture.tva, (taux) => taux.base_ht) === facture.total_ht &&
    sum(facture.tva, (taux) => taux.tva) === facture.total_tva &&
    facture.total_ht + facture.total_tva === facture.total_ttc &&
    facture.total_ttc - sum(facture.paiements, (paiement) => paiement.montant) === facture.reste
  );
}

function sum<T>(rows: readonly T[], pick: (row: T) => number): number {
  return rows.reduce((total, row) => total + pick(row), 0);
}
