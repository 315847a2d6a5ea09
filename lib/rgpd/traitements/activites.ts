import type { donneesIncident, personnesIncident } from "@/db/states";
import type { NomRegle } from "../conservation/regles";

export const bases = ["contrat", "obligation", "interet"] as const;
export const destinataires = [
  "agence",
  "intervenant",
  "client",
  "courriel",
  "partenaires",
  "navigateur",
  "auditeur",
] as const;
export const mesures = [
  "roles",
  "journal",
  "mots_de_passe",
  "chiffrement",
  "pseudonymes",
  "conservation",
] as const;

type Traitement = {
  base: (typeof bases)[number];
  personnes: readonly (typeof personnesIncident)[number][];
  donnees: readonly (typeof donneesIncident)[number][];
  destinataires: readonly (typeof destinataires)[number][];
  /** The retention rules that end it; none where the log's own retention does. */
  regles: readonly NomRegle[];
  mesures: readonly (typeof mesures)[number][];
};

const everywhere = ["roles", "journal"] as const;

/** What the product itself does with data (GDPR art. 30(1)); words in messages, `traitements.activites`. */
export const traitements = {
  clients: {
    base: "contrat",
    personnes: ["clients", "proches"],
    donnees: ["identite", "coordonnees", "acces_domicile", "sante"],
    destinataires: ["agence", "intervenant", "partenaires", "auditeur"],
    regles: ["clients"],
    mesures: [...everywhere, "pseudonymes", "conservation"],
  },
  prestations: {
    base: "contrat",
    personnes: ["clients", "intervenants"],
    donnees: ["planning", "acces_domicile"],
    destinataires: ["agence", "intervenant", "client", "partenaires", "auditeur"],
    regles: ["clients", "intervenants"],
    mesures: [...everywhere, "pseudonymes", "conservation"],
  },
  facturation: {
    base: "obligation",
    personnes: ["clients"],
    donnees: ["identite", "coordonnees", "facturation"],
    destinataires: ["agence", "client", "partenaires", "auditeur"],
    regles: ["factures", "devis_brouillons"],
    mesures: [...everywhere, "pseudonymes"],
  },
  intervenants: {
    base: "contrat",
    personnes: ["intervenants"],
    donnees: ["identite", "coordonnees", "planning"],
    destinataires: ["agence", "client", "partenaires", "auditeur"],
    regles: ["candidats", "intervenants"],
    mesures: [...everywhere, "pseudonymes", "conservation"],
  },
  pointages: {
    base: "interet",
    personnes: ["intervenants"],
    donnees: ["planning", "localisation"],
    destinataires: ["agence", "partenaires", "auditeur"],
    regles: ["lieux", "intervenants"],
    mesures: [...everywhere, "conservation"],
  },
  comptes: {
    base: "contrat",
    personnes: ["clients", "intervenants", "equipe"],
    donnees: ["identite", "connexion"],
    destinataires: ["agence"],
    regles: ["jetons", "sessions", "journal", "journal_comptable"],
    mesures: [...everywhere, "mots_de_passe", "chiffrement", "conservation"],
  },
  messages: {
    base: "contrat",
    personnes: ["clients", "intervenants", "equipe"],
    donnees: ["identite", "coordonnees", "planning"],
    destinataires: ["client", "intervenant", "courriel", "navigateur"],
    regles: ["courriels", "notifications"],
    mesures: [...everywhere, "conservation"],
  },
  avis: {
    base: "interet",
    personnes: ["clients"],
    donnees: ["autres"],
    destinataires: ["agence", "partenaires", "auditeur"],
    regles: ["clients"],
    mesures: [...everywhere, "pseudonymes"],
  },
  droits: {
    base: "obligation",
    personnes: ["clients", "intervenants"],
    donnees: ["identite", "autres"],
    destinataires: ["agence", "auditeur"],
    regles: ["demandes"],
    mesures: [...everywhere, "chiffrement", "pseudonymes", "conservation"],
  },
  journal: {
    base: "obligation",
    personnes: ["clients", "intervenants", "equipe"],
    // Numbers, acts and moments: never a password, never a name.
    donnees: ["autres"],
    destinataires: ["auditeur"],
    regles: [],
    mesures: [...everywhere, "pseudonymes"],
  },
} as const satisfies Record<string, Traitement>;

export type NomTraitement = keyof typeof traitements;
export const nomsTraitement = Object.keys(traitements) as [NomTraitement, ...NomTraitement[]];
