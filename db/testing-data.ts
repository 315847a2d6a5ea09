import type { Db } from "./client";
import { activites, tarifs } from "./schema/activites";
import { adresses, clients } from "./schema/clients";
import { competences, disponibilites, intervenants } from "./schema/intervenants";
import { agences, utilisateurAgences, utilisateurs } from "./schema/organisation";
import { prestations } from "./schema/prestations";

/** Small, complete rows for tests; each test overrides what it speaks of. */
let serial = 0;
const next = () => ++serial;
const first = <T>(rows: T[]): T => rows[0] as T;

export async function addAgence(db: Db, values: Partial<typeof agences.$inferInsert> = {}) {
  const n = next();
  const row = {
    code: `a${n}`,
    nom: `Agence ${n}`,
    voie: "1 rue de la Paix",
    codePostal: "75002",
    commune: "Paris",
  };
  const rest = { serieFacture: `T${n}`, identifiant: "123456782", numeroDeclaration: "SAP123456782" };
  return first(
    await db
      .insert(agences)
      .values({ ...row, ...rest, dateDeclaration: "2020-01-01", ...values })
      .returning(),
  );
}

export async function addUtilisateur(
  db: Db,
  values: Partial<typeof utilisateurs.$inferInsert> & { agenceIds?: number[] } = {},
) {
  const n = next();
  const { agenceIds = [], ...rest } = values;
  const base = {
    email: `u${n}@example.test`,
    prenom: "Test",
    nom: `Personne ${n}`,
    role: "gestionnaire" as const,
  };
  const row = first(
    await db
      .insert(utilisateurs)
      .values({ ...base, emailVerifieLe: new Date(), ...rest })
      .returning(),
  );
  if (agenceIds.length > 0) {
    await db
      .insert(utilisateurAgences)
      .values(agenceIds.map((agenceId) => ({ agenceId, utilisateurId: row.id })));
  }
  return row;
}

/** A client with one main address. */
export async function addClient(db: Db, agenceId: number, values: Partial<typeof clients.$inferInsert> = {}) {
  const n = next();
  const base = {
    agenceId,
    prenom: "Claire",
    nom: `Martin ${n}`,
    email: `c${n}@example.test`,
    recherche: `claire martin ${n}`,
  };
  const client = first(
    await db
      .insert(clients)
      .values({ ...base, ...values })
      .returning(),
  );
  const place = {
    voie: `${n} rue des Lilas`,
    codePostal: "75011",
    commune: "Paris",
    latitude: 48.86,
    longitude: 2.38,
  };
  const adresse = first(
    await db
      .insert(adresses)
      .values({ clientId: client.id, agenceId, principale: true, ...place })
      .returning(),
  );
  return { client, adresse };
}

/** An intervenant with the given skills, available every day from 7 to 21. */
export async function addIntervenant(
  db: Db,
  agenceId: number,
  activiteIds: readonly number[] = [],
  values: Partial<typeof intervenants.$inferInsert> = {},
) {
  const n = next();
  const base = {
    agenceId,
    matricule: `M${n}`,
    prenom: "Nadia",
    nom: `Haddad ${n}`,
    latitude: 48.85,
    longitude: 2.37,
  };
  const row = first(
    await db
      .insert(intervenants)
      .values({ ...base, ...values })
      .returning(),
  );
  const days = [1, 2, 3, 4, 5, 6, 7].map((jour) => ({ intervenantId: row.id, jour, du: "2020-01-01" }));
  await db
    .insert(disponibilites)
    .values(days.map((day) => ({ ...day, heureDebut: "07:00", heureFin: "21:00" })));
  if (activiteIds.length > 0) {
    await db
      .insert(competences)
      .values(activiteIds.map((activiteId) => ({ activiteId, intervenantId: row.id })));
  }
  return row;
}

/** An activity and its price in an agency: 31.90 €/h, one hour minimum, 10 % VAT unless said otherwise. */
export async function addActivite(
  db: Db,
  agenceId: number,
  values: Partial<typeof activites.$inferInsert> = {},
  price: Partial<typeof tarifs.$inferInsert> = {},
) {
  const n = next();
  const words = { fr: `Ménage ${n}`, en: `Cleaning ${n}`, ar: `تنظيف ${n}`, tzm: `Asizdeg ${n}` };
  const base = { code: `menage-${n}`, famille: "maison" as const, regime: "declaration" as const };
  const activite = first(
    await db
      .insert(activites)
      .values({ ...base, libelles: words, libellesLegaux: words, ...values })
      .returning(),
  );
  const cost = { prixHoraireTtc: 3190, minimumMin: 60, tauxTvaBp: 1000, du: "2020-01-01" };
  await db.insert(tarifs).values({ agenceId, activiteId: activite.id, ...cost, ...price });
  return activite;
}

type Visit = {
  agenceId: number;
  clientId: number;
  adresseId: number;
  activiteId: number;
  intervenantId?: number | null;
};

/** A planned two-hour visit. */
export async function addPrestation(
  db: Db,
  visit: Visit,
  values: Partial<typeof prestations.$inferInsert> = {},
) {
  const debut = values.debut ?? new Date("2026-03-12T09:00:00Z");
  const fin = values.fin ?? new Date(debut.getTime() + 7_200_000);
  const price = { prixHoraireTtc: 3190, minimumMin: 60, tauxTvaBp: 1000, prixTtc: 6380, devise: "EUR" };
  return first(
    await db
      .insert(prestations)
      .values({ ...visit, ...price, debut, fin, ...values })
      .returning(),
  );
}
