import { z } from "zod";

/** What a setting counts in. `etoiles` of five; `heureDuJour` is a local hour, 0–23; `ouiNon` is 1 for yes. */
export const unites = ["minutes", "heures", "jours", "etoiles", "heureDuJour", "ouiNon"] as const;

type Parametre = {
  valeur: z.ZodInt;
  defaut: number;
  unite: (typeof unites)[number];
  /** Whether an agency may have a value of its own. */
  parAgence: boolean;
};

const between = (min: number, max: number) => z.int().min(min).max(max);

/**
 * The settings that an admin may change, and what holds until then. A new one: its line here, its words in
 * `messages/<locale>/parametres.json`, and the code that reads it with `parametresOf`.
 */
export const parametresConnus = {
  /** Admins, gestionnaires and auditeurs must enrol a second factor before they reach anything else. */
  "securite.second_facteur": { valeur: between(0, 1), defaut: 1, unite: "ouiNon", parAgence: false },
  /** How long a proof of who one is counts for exports, rights, keys and erasure; 0: as long as the session. */
  "securite.confirmation": { valeur: between(0, 60), defaut: 10, unite: "minutes", parAgence: false },
  /** Clients are offered slots at least this long ahead. */
  "reservation.delai": { valeur: between(0, 168), defaut: 2, unite: "heures", parAgence: true },
  /** Local hour from which people are reminded of the next day. */
  "rappel.heure": { valeur: between(0, 23), defaut: 16, unite: "heureDuJour", parAgence: true },
  /** Nobody clocked in this long after the planned start. */
  "alerte.retard": { valeur: between(5, 240), defaut: 15, unite: "minutes", parAgence: true },
  /** Nobody clocked out this long after the planned end. */
  "alerte.sans_depart": { valeur: between(15, 720), defaut: 60, unite: "minutes", parAgence: true },
  /** Nobody assigned, and the visit starts within this. */
  "alerte.a_affecter": { valeur: between(1, 336), defaut: 48, unite: "heures", parAgence: true },
  /** Days past the term during which an unpaid invoice is told of; below the 120 days that what was told is kept. */
  "alerte.facture_echue": { valeur: between(1, 110), defaut: 60, unite: "jours", parAgence: true },
  /** A review of this many stars or fewer is told of. */
  "alerte.avis_bas": { valeur: between(1, 4), defaut: 2, unite: "etoiles", parAgence: true },
  /** How long the outbox keeps what left it, or never will. */
  "conservation.courriels": { valeur: between(30, 730), defaut: 90, unite: "jours", parAgence: false },
  /** How long the messages sent to partners are kept. */
  "conservation.livraisons": { valeur: between(30, 365), defaut: 90, unite: "jours", parAgence: false },
  /** How long a report made from now on is kept. */
  "conservation.rapports": { valeur: between(30, 3650), defaut: 365, unite: "jours", parAgence: false },
  /** How long the text of a log entry is kept: a year at least, three at most; billing keeps ten. */
  "conservation.journal": { valeur: between(365, 1095), defaut: 365, unite: "jours", parAgence: false },
  /** What invoices say is destroyed once the ten years of the law are over; 0: the report points at them only. */
  "conservation.factures": { valeur: between(0, 1), defaut: 0, unite: "ouiNon", parAgence: false },
} as const satisfies Record<string, Parametre>;

export type CleParametre = keyof typeof parametresConnus;
export const clesParametre = Object.keys(parametresConnus) as [CleParametre, ...CleParametre[]];
