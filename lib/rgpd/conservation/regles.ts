import type { CleParametre } from "@/lib/foundation/parametres";
import type { Parametres } from "@/lib/foundation/read-parametres";

type Unite = "annees" | "mois" | "jours";
/**
 * What a rule does once the time is over; `contenu`: what a document says goes, its number and totals stay;
 * `signalement`: it only says so, a person decides.
 */
export const effets = ["effacement", "suppression", "lieu", "contenu", "signalement"] as const;

type Regle = {
  effet: (typeof effets)[number];
  /** Fixed by the law or its authority; or a setting, in days. */
  duree: { nombre: number; unite: Unite } | { parametre: CleParametre };
  reference: string;
  /** Rows with the agency of each: what a gestionnaire may see of it. The others are machinery, for an admin. */
  parAgence: boolean;
  /** It takes people away: by the clock, thirty days later than by hand. */
  personnes?: true;
  /** A setting without which the rule only reports. */
  si?: CleParametre;
};

const years = (nombre: number) => ({ nombre, unite: "annees" as const });

/** How long each thing is kept, and why; the order is that of the report and of the work. */
export const regles = {
  clients: {
    effet: "effacement",
    duree: years(2),
    reference: "CNIL 2021-028",
    parAgence: true,
    personnes: true,
  },
  candidats: { effet: "effacement", duree: years(2), reference: "CNIL", parAgence: true, personnes: true },
  intervenants: {
    effet: "effacement",
    duree: years(5),
    reference: "Code du travail L3171-3, L3243-4, L3245-1",
    parAgence: true,
    personnes: true,
  },
  lieux: {
    effet: "lieu",
    duree: { nombre: 2, unite: "mois" },
    reference: "CNIL 2006-066",
    parAgence: true,
  },
  devis_brouillons: {
    effet: "suppression",
    duree: years(1),
    reference: "RGPD art. 5(1)(e)",
    parAgence: true,
  },
  demandes: { effet: "suppression", duree: years(5), reference: "Code civil 2224", parAgence: true },
  alertes: { effet: "suppression", duree: years(1), reference: "RGPD art. 5(1)(e)", parAgence: true },
  factures: {
    effet: "contenu",
    duree: years(10),
    reference: "Code de commerce L123-22",
    parAgence: true,
    personnes: true,
    si: "conservation.factures",
  },
  courriels: {
    effet: "suppression",
    duree: { parametre: "conservation.courriels" },
    reference: "RGPD art. 5(1)(e)",
    parAgence: false,
  },
  notifications: {
    effet: "suppression",
    duree: years(1),
    reference: "RGPD art. 5(1)(e)",
    parAgence: false,
  },
  livraisons: {
    effet: "suppression",
    duree: { parametre: "conservation.livraisons" },
    reference: "RGPD art. 5(1)(e)",
    parAgence: false,
  },
  taches: { effet: "suppression", duree: years(1), reference: "RGPD art. 5(1)(e)", parAgence: false },
  fichiers_taches: {
    effet: "suppression",
    duree: { nombre: 1, unite: "jours" },
    reference: "RGPD art. 5(1)(e)",
    parAgence: false,
  },
  rapports: {
    effet: "suppression",
    duree: { parametre: "conservation.rapports" },
    reference: "RGPD art. 5(1)(e)",
    parAgence: false,
  },
  jetons: {
    effet: "suppression",
    duree: { nombre: 30, unite: "jours" },
    reference: "RGPD art. 32",
    parAgence: false,
  },
  sessions: {
    effet: "suppression",
    duree: { nombre: 0, unite: "jours" },
    reference: "RGPD art. 32",
    parAgence: false,
  },
  idempotence: {
    effet: "suppression",
    duree: { nombre: 1, unite: "jours" },
    reference: "RGPD art. 5(1)(e)",
    parAgence: false,
  },
  journal: {
    effet: "suppression",
    duree: { parametre: "conservation.journal" },
    reference: "CNIL 2021-122",
    parAgence: false,
  },
  journal_comptable: {
    effet: "suppression",
    duree: years(10),
    reference: "Code de commerce L123-22",
    parAgence: false,
  },
} as const satisfies Record<string, Regle>;

export type NomRegle = keyof typeof regles;
export const nomsRegle = Object.keys(regles) as [NomRegle, ...NomRegle[]];

/** What a rule does as the settings are now. */
export function effetOf(nom: NomRegle, parametres: Pick<Parametres, "of">): (typeof effets)[number] {
  const { effet, si }: Regle = regles[nom];
  return si && parametres.of(si) === 0 ? "signalement" : effet;
}

/** More days for people when nobody pressed the button: their agency has seen them in the report meanwhile. */
export const SURSIS_JOURS = 30;

/** Entries of the log lose their text, under a signed record. */
export const isAboutLog = (nom: NomRegle): boolean => nom === "journal" || nom === "journal_comptable";

export const isAboutPeople = (nom: NomRegle): boolean => "personnes" in regles[nom];
