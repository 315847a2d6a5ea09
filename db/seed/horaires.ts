import type { parametres } from "../schema/organisation";

type Horaire = { jour: number; debut: string; fin: string };

const days = (jours: readonly number[], debut: string, fin: string): Horaire[] =>
  jours.map((jour) => ({ jour, debut, fin }));

const modifieLe = new Date("2025-01-06T08:00:00Z");

/** Opening hours of the three agencies; Tizi Ouzou works from Sunday to Thursday. */
export const horairesRows: (typeof parametres.$inferInsert)[] = [
  { id: 1, agenceId: 1, cle: "horaires", modifieLe, valeur: days([1, 2, 3, 4, 5], "08:30", "18:30") },
  { id: 2, agenceId: 2, cle: "horaires", modifieLe, valeur: days([1, 2, 3, 4, 5], "09:00", "18:00") },
  { id: 3, agenceId: 3, cle: "horaires", modifieLe, valeur: days([1, 2, 3, 4, 7], "08:00", "16:30") },
];

/** Whoever tries the demonstration signs in with the password shown; a real house keeps the default, which is yes. */
export const securiteRows: (typeof parametres.$inferInsert)[] = [
  { id: 7, agenceId: null, cle: "securite.second_facteur", modifieLe, valeur: 0 },
  { id: 8, agenceId: null, cle: "securite.confirmation", modifieLe, valeur: 30 },
];

/** The demonstration shows its counts to everyone; a real agency decides for itself. */
export const publicationRows: (typeof parametres.$inferInsert)[] = [1, 2, 3].map((agenceId) => ({
  id: 3 + agenceId,
  agenceId,
  cle: "donnees_ouvertes",
  modifieLe,
  valeur: true,
}));
