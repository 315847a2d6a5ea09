import type { Locale } from "@/lib/i18n/locales";
import { type FactureInstantane, factureInstantane } from "./instantane";
import { amountOf, computeTotaux } from "./totaux";

/** Believable snapshots for tests: one visit model, repeated, in the language and country asked. */
type Modele = { libelle: Record<Locale, string>; minutes: number; unitTtcCents: number; rateBp: number };

const modeles: Modele[] = [
  {
    libelle: {
      fr: "Assistance aux personnes âgées dans les actes quotidiens",
      en: "Daily-living assistance for older people",
      ar: "مساعدة المسنين في أعمال الحياة اليومية",
      tzm: "Tallelt n yimɣaren deg tudert n yal ass",
    },
    minutes: 150,
    unitTtcCents: 2954,
    rateBp: 550,
  },
  {
    libelle: {
      fr: "Entretien de la maison",
      en: "Housekeeping",
      ar: "التنظيف المنزلي",
      tzm: "Asizdeg n uxxam",
    },
    minutes: 330,
    unitTtcCents: 3190,
    rateBp: 1000,
  },
  {
    libelle: { fr: "Petit jardinage", en: "Gardening", ar: "البستنة", tzm: "Tabeḥḥart" },
    minutes: 90,
    unitTtcCents: 3600,
    rateBp: 2000,
  },
];

type Options = { langue?: Locale; visites?: number; pays?: "FR" | "DZ" | "MA" };

/** A valid invoice of `visites` visits in November 2026. */
export function factureExemple({ langue = "fr", visites = 4, pays = "FR" }: Options = {}): FactureInstantane {
  const choix = Array.from({ length: visites }, (_, rang) => modeles[rang % modeles.length] as Modele);
  const deplacement = { unites: 1, unitTtcCents: 450, rateBp: 2000 };
  const totaux = computeTotaux([
    ...choix.map((modele) => ({ ...modele, ttcCents: amountOf(modele) })),
    { ...deplacement, ttcCents: amountOf(deplacement) },
  ]);
  const montants = (rang: number) => {
    const ligne = totaux.lignes[rang];
    return {
      montant_ht: ligne?.htCents ?? 0,
      montant_tva: ligne?.tvaCents ?? 0,
      montant_ttc: ligne?.ttcCents ?? 0,
    };
  };
  const acompte = Math.min(10_000, totaux.ttcCents);
  return factureInstantane.parse({
    ...reperes,
    langue,
    ...agence(pays),
    client: {
      id: 12,
      nom: client[langue],
      adresse: ["12 rue des Lilas", "Bâtiment B, 3e étage", "75011 Paris"],
    },
    lignes: choix.map((modele, rang) => ({
      prestation_id: rang + 1,
      date: `2026-11-${String((rang % 30) + 1).padStart(2, "0")}`,
      debut: "09:00",
      fin: fin(modele.minutes),
      activite_libelle: modele.libelle[langue],
      activite_libelle_fr: modele.libelle.fr,
      intervenant_matricule: `INT-${String((rang % 7) + 1).padStart(4, "0")}`,
      quantite_min: modele.minutes,
      unite: "heure",
      prix_unitaire_ttc: modele.unitTtcCents,
      taux_tva_bp: modele.rateBp,
      ...montants(rang),
    })),
    frais: [
      {
        libelle: deplacements[langue],
        libelle_fr: deplacements.fr,
        date: null,
        unites: deplacement.unites,
        prix_unitaire_ttc: deplacement.unitTtcCents,
        taux_tva_bp: deplacement.rateBp,
        ...montants(visites),
      },
    ],
    tva: totaux.parTaux.map(({ rateBp, htCents, tvaCents }) => ({
      taux_bp: rateBp,
      base_ht: htCents,
      tva: tvaCents,
    })),
    total_ht: totaux.htCents,
    total_tva: totaux.tvaCents,
    total_ttc: totaux.ttcCents,
    paiements: [{ date: "2026-11-15", mode: "carte", montant: acompte }],
    reste: totaux.ttcCents - acompte,
    mentions: pays === "FR" ? [{ cle: "penalitesParticulier" }] : [],
    credit_impot:
      pays === "FR"
        ? { eligible: true, taux_bp: 5000, montant_indicatif: Math.round(totaux.ttcCents / 2) }
        : null,
    exoneration: null,
  });
}

const reperes = {
  version: 1,
  numero: "PAR-2026-000123",
  type: "facture",
  avoir_de: null,
  date_emission: "2026-12-01",
  echeance: "2026-12-31",
  periode: { debut: "2026-11-01", fin: "2026-11-30" },
};

const client: Record<Locale, string> = {
  fr: "Madame Jeanne Lefèvre",
  en: "Mrs Jeanne Lefèvre",
  ar: "السيدة نورة بن يوسف",
  tzm: "Massa Ǧamila Aẓwaw",
};

const deplacements: Record<Locale, string> = {
  fr: "Frais de déplacement",
  en: "Travel costs",
  ar: "مصاريف التنقل",
  tzm: "Tasqamt n usikel",
};

function fin(minutes: number): string {
  const total = 9 * 60 + minutes;
  return `${String(Math.floor(total / 60)).padStart(2, "0")}:${String(total % 60).padStart(2, "0")}`;
}

function agence(pays: "FR" | "DZ" | "MA") {
  const commun = {
    telephone: "+33 1 86 95 00 00",
    email: "paris@dihya.test",
    iban: "FR7630006000011234567890189",
    bic: "AGRIFRPPXXX",
    mediateur: "Médiation de la consommation, 1 rue de la Paix, 75002 Paris, mediateur.example.org",
    mode: "prestataire",
  } as const;
  if (pays === "FR") {
    return {
      pays,
      devise: "EUR",
      emetteur: {
        ...commun,
        nom: "Dihya Services Paris",
        forme_juridique: "SARL",
        capital: "8 000 €",
        adresse: ["48 avenue de la République", "75011 Paris"],
        siren: "552 100 554",
        rcs: "RCS Paris 552 100 554",
        numero_tva: "FR 27 552100554",
        numero_declaration: "SAP552100554",
        date_declaration: "2024-03-12",
        numero_agrement: "SAP552100554",
        date_agrement: "2024-06-01",
      },
    };
  }
  return {
    pays,
    devise: pays === "DZ" ? "DZD" : "MAD",
    emetteur: {
      ...commun,
      nom: pays === "DZ" ? "ديهيا للخدمات، تيزي وزو" : "Dihya Services Casablanca",
      adresse:
        pays === "DZ" ? ["شارع عميروش", "15000 تيزي وزو"] : ["25 boulevard Zerktouni", "20250 Casablanca"],
      telephone: pays === "DZ" ? "+213 555 01 02 03" : "+212 522 01 02 03",
      iban: null,
      bic: null,
      mediateur: null,
      autres_identifiants:
        pays === "DZ"
          ? [{ libelle: "NIF", valeur: "000015000012345" }]
          : [{ libelle: "ICE", valeur: "001525713000088" }],
      date_declaration: null,
      date_agrement: null,
    },
  };
}
