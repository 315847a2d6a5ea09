export type AgenceDemo = {
  id: number;
  pays: "FR" | "DZ";
  fuseau: string;
  devise: string;
  serie: string;
  /** Working days, 1 is Monday. */
  jours: readonly number[];
};

/** What the rest of the demonstration needs to know of each agency. */
export const agencesDemo: readonly AgenceDemo[] = [
  { id: 1, pays: "FR", fuseau: "Europe/Paris", devise: "EUR", serie: "P", jours: [1, 2, 3, 4, 5] },
  { id: 2, pays: "FR", fuseau: "Europe/Paris", devise: "EUR", serie: "L", jours: [1, 2, 3, 4, 5] },
  { id: 3, pays: "DZ", fuseau: "Africa/Algiers", devise: "DZD", serie: "T", jours: [7, 1, 2, 3, 4] },
];

const communs = { delaiPaiementJours: 30, retenueHeures: 48, preavisAnnulationHeures: 24, actif: true };

/** Identities pass their own checksums but belong to nobody: SIREN 999…, bank 99999, Algerian zeros. */
export const agencesRows = [
  {
    ...communs,
    id: 1,
    code: "paris",
    nom: "Dihya Paris",
    formeJuridique: "SAS",
    capital: "30 000 €",
    voie: "14 rue de la Fontaine-au-Roi",
    codePostal: "75011",
    commune: "Paris",
    pays: "FR" as const,
    latitude: 48.8689,
    longitude: 2.3721,
    telephone: "+33 1 99 00 10 00",
    email: "paris@dihya.test",
    fuseau: "Europe/Paris",
    devise: "EUR",
    identifiant: "999000011",
    registre: "Paris 999 000 011",
    numeroTva: "FR66999000011",
    numeroDeclaration: "SAP999000011",
    dateDeclaration: "2021-03-15",
    numeroAgrement: "SAP999000011",
    dateAgrement: "2021-09-01",
    mediateur: "Médiation de la consommation, 1 rue de l'Exemple, 75000 Paris, mediation.example.org",
    iban: "FR629999900001DIHYAPARIS137",
    bic: "DIHYFRPPXXX",
    serieFacture: "P",
    fraisAnnulationBp: 5000,
  },
  {
    ...communs,
    id: 2,
    code: "lyon",
    nom: "Dihya Lyon",
    formeJuridique: "SARL",
    capital: "15 000 €",
    voie: "27 cours Gambetta",
    codePostal: "69003",
    commune: "Lyon",
    pays: "FR" as const,
    latitude: 45.7532,
    longitude: 4.8469,
    telephone: "+33 4 65 71 20 00",
    email: "lyon@dihya.test",
    fuseau: "Europe/Paris",
    devise: "EUR",
    identifiant: "999000029",
    registre: "Lyon 999 000 029",
    numeroTva: "FR23999000029",
    numeroDeclaration: "SAP999000029",
    dateDeclaration: "2022-01-10",
    numeroAgrement: "SAP999000029",
    dateAgrement: "2022-06-01",
    mediateur: "Médiation de la consommation, 1 rue de l'Exemple, 75000 Paris, mediation.example.org",
    iban: "FR889999900001DIHYALYON0133",
    bic: "DIHYFRLLXXX",
    serieFacture: "L",
    fraisAnnulationBp: 5000,
  },
  {
    ...communs,
    id: 3,
    code: "tizi-ouzou",
    nom: "Dihya Tizi Ouzou",
    formeJuridique: "SARL",
    capital: "1 000 000 DA",
    voie: "8 boulevard Stiti-Ali",
    codePostal: "15000",
    commune: "Tizi Ouzou",
    pays: "DZ" as const,
    latitude: 36.7135,
    longitude: 4.0476,
    telephone: "+213 26 00 30 00",
    email: "tizi@dihya.test",
    fuseau: "Africa/Algiers",
    devise: "DZD",
    identifiant: "000015000000003",
    registre: "15/00-0000003 B 21",
    numeroTva: "",
    numeroDeclaration: "",
    dateDeclaration: null,
    numeroAgrement: "",
    dateAgrement: null,
    mediateur: "",
    iban: "",
    bic: "",
    serieFacture: "T",
    fraisAnnulationBp: 0,
  },
];

/**
 * Hourly prices tax included, cents: Paris since 2024, Paris since 2026 (null: unchanged), Tizi Ouzou (null: not
 * offered there). Lyon is 4 % below Paris. VAT of France and of Algeria, basis points. Minimum billed, minutes.
 */
export type PrixDemo = readonly [number, number | null, number | null, number, number, number];

export const prixDemo: Record<string, PrixDemo> = {
  "garde-enfant-moins-3": [2690, 2790, 70_000, 1000, 900, 120],
  "accompagnement-enfant-moins-3": [2750, null, 75_000, 1000, 900, 60],
  "aide-quotidien": [2844, 2954, 85_000, 550, 900, 60],
  "conduite-vehicule": [2990, null, 90_000, 550, 900, 60],
  "accompagnement-senior": [2844, 2954, 80_000, 550, 900, 60],
  menage: [3080, 3190, 80_000, 1000, 1900, 120],
  jardinage: [3990, 4150, 95_000, 2000, 1900, 60],
  bricolage: [4190, 4350, 100_000, 1000, 1900, 60],
  "garde-enfant-3-plus": [2590, 2690, 65_000, 1000, 900, 120],
  "soutien-scolaire": [3950, 4100, 120_000, 1000, 900, 60],
  esthetique: [4250, null, 110_000, 1000, 1900, 60],
  "preparation-repas": [2990, 3090, 80_000, 1000, 1900, 60],
  "livraison-repas": [2490, null, null, 1000, 1900, 60],
  repassage: [2990, 3090, 75_000, 1000, 1900, 60],
  "livraison-courses": [2590, null, 70_000, 1000, 1900, 60],
  "assistance-informatique": [4900, 5100, 130_000, 2000, 1900, 60],
  animaux: [2490, null, 65_000, 1000, 1900, 60],
  "vigilance-residence": [2890, null, 70_000, 2000, 1900, 60],
  "assistance-administrative": [3450, 3590, 90_000, 1000, 1900, 60],
  "accompagnement-enfant-3-plus": [2650, null, 70_000, 1000, 900, 60],
  teleassistance: [2400, null, null, 2000, 1900, 0],
  "interprete-lsf": [6500, null, null, 550, 1900, 60],
  "conduite-invalidite-temporaire": [3090, null, 90_000, 2000, 1900, 60],
  "accompagnement-invalidite-temporaire": [2990, null, 85_000, 2000, 1900, 60],
  "aide-temporaire": [3090, 3190, 85_000, 2000, 1900, 60],
  coordination: [3600, null, null, 2000, 1900, 0],
};
