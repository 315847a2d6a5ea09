import { and, asc, eq, inArray } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { activites } from "@/db/schema/activites";
import { clients } from "@/db/schema/clients";
import { devis, factures } from "@/db/schema/factures";
import { absences, intervenants } from "@/db/schema/intervenants";
import { alertes } from "@/db/schema/notifications";
import { agences, utilisateurAgences, utilisateurs } from "@/db/schema/organisation";
import { publicationsPlanning } from "@/db/schema/plannings";
import { prestations, reservations, series } from "@/db/schema/prestations";
import { demandesRgpd } from "@/db/schema/rgpd";
import { avis } from "@/db/schema/suivi";

export type Evenement = {
  /** Absent when the event is an account's own. */
  agence?: typeof agences.$inferSelect;
  client?: typeof clients.$inferSelect;
  prestation?: typeof prestations.$inferSelect;
  reservation?: typeof reservations.$inferSelect;
  activite?: typeof activites.$inferSelect;
  intervenant?: typeof intervenants.$inferSelect;
  facture?: typeof factures.$inferSelect;
  devis?: typeof devis.$inferSelect;
  absence?: typeof absences.$inferSelect;
  avis?: typeof avis.$inferSelect;
  serie?: typeof series.$inferSelect;
  publication?: Pick<typeof publicationsPlanning.$inferSelect, "id" | "semaine" | "du">;
  demande?: typeof demandesRgpd.$inferSelect;
  /** Whose account changed, active or not. */
  titulaire?: Person;
};

/** The one person who is told, of an event that concerns many. */
type Pour = { clientId?: number; intervenantId?: number };

/** What an event is about, with the people and the place; undefined when it has gone. */
export async function findEvenement(
  db: Queryable,
  type: string,
  id: number,
  pour: Pour = {},
): Promise<Evenement | undefined> {
  if (type.startsWith("planning.")) return ofPublication(db, id, pour);
  if (type.startsWith("facture.")) return ofFacture(db, id);
  if (type.startsWith("devis.")) return ofDevis(db, id);
  if (type.startsWith("absence.")) return ofAbsence(db, id);
  if (type.startsWith("alerte.")) return ofAlerte(db, id);
  if (type.startsWith("serie.")) return ofSerie(db, id);
  if (type.startsWith("compte.")) return ofCompte(db, id);
  if (type.startsWith("rgpd.")) return ofDemande(db, id);
  // A review is asked for before there is one: that event is about the visit.
  if (type.startsWith("avis.") && type !== "avis.demande") return ofAvis(db, id);
  if (type.startsWith("reservation.")) {
    const rows = await db.select().from(reservations).where(eq(reservations.id, id));
    const reservation = rows[0];
    const visit = reservation && (await ofPrestation(db, reservation.prestationId));
    return visit && { ...visit, reservation };
  }
  return ofPrestation(db, id);
}

async function ofPrestation(db: Queryable, id: number): Promise<Evenement | undefined> {
  const rows = await db
    .select()
    .from(prestations)
    .innerJoin(agences, eq(agences.id, prestations.agenceId))
    .innerJoin(clients, eq(clients.id, prestations.clientId))
    .innerJoin(activites, eq(activites.id, prestations.activiteId))
    .leftJoin(intervenants, eq(intervenants.id, prestations.intervenantId))
    .where(eq(prestations.id, id));
  const row = rows[0];
  if (!row) return undefined;
  return {
    agence: row.agences,
    client: row.clients,
    prestation: row.prestations,
    activite: row.activites,
    intervenant: row.intervenants ?? undefined,
  };
}

async function ofFacture(db: Queryable, id: number): Promise<Evenement | undefined> {
  const [facture] = await db.select().from(factures).where(eq(factures.id, id));
  return facture && ofDocument(db, facture, { facture });
}

async function ofDevis(db: Queryable, id: number): Promise<Evenement | undefined> {
  const [row] = await db.select().from(devis).where(eq(devis.id, id));
  return row && ofDocument(db, row, { devis: row });
}

/** A document with whose it is and who sends it. */
async function ofDocument(
  db: Queryable,
  { agenceId, clientId }: { agenceId: number; clientId: number },
  document: Pick<Evenement, "facture" | "devis">,
): Promise<Evenement | undefined> {
  const [row] = await db
    .select()
    .from(clients)
    .innerJoin(agences, eq(agences.id, agenceId))
    .where(eq(clients.id, clientId));
  return row && { agence: row.agences, client: row.clients, ...document };
}

async function ofAbsence(db: Queryable, id: number): Promise<Evenement | undefined> {
  const rows = await db
    .select()
    .from(absences)
    .innerJoin(intervenants, eq(intervenants.id, absences.intervenantId))
    .innerJoin(agences, eq(agences.id, intervenants.agenceId))
    .where(eq(absences.id, id));
  const row = rows[0];
  return row && { agence: row.agences, intervenant: row.intervenants, absence: row.absences };
}

async function ofDemande(db: Queryable, id: number): Promise<Evenement | undefined> {
  const rows = await db
    .select()
    .from(demandesRgpd)
    .innerJoin(agences, eq(agences.id, demandesRgpd.agenceId))
    .leftJoin(clients, eq(clients.id, demandesRgpd.clientId))
    .leftJoin(intervenants, eq(intervenants.id, demandesRgpd.intervenantId))
    .where(eq(demandesRgpd.id, id));
  const row = rows[0];
  return (
    row && {
      agence: row.agences,
      client: row.clients ?? undefined,
      intervenant: row.intervenants ?? undefined,
      demande: row.demandes_rgpd,
    }
  );
}

/** The visit, the invoice, the review or the request that an alert is about. */
async function ofAlerte(db: Queryable, id: number): Promise<Evenement | undefined> {
  const rows = await db.select().from(alertes).where(eq(alertes.id, id));
  const alerte = rows[0];
  if (!alerte) return undefined;
  if (alerte.type === "facture_echue") return ofFacture(db, alerte.objetId);
  if (alerte.type === "droits_echeance") return ofDemande(db, alerte.objetId);
  return alerte.type === "avis_bas" ? ofAvis(db, alerte.objetId) : ofPrestation(db, alerte.objetId);
}

async function ofAvis(db: Queryable, id: number): Promise<Evenement | undefined> {
  const found = await db.select().from(avis).where(eq(avis.id, id));
  const visit = found[0] && (await ofPrestation(db, found[0].prestationId));
  return visit && { ...visit, avis: found[0] };
}

/** A published week, for one of those whom it concerns; for nobody when neither is named. */
async function ofPublication(db: Queryable, id: number, pour: Pour): Promise<Evenement | undefined> {
  const { semaine, du } = publicationsPlanning;
  const rows = await db
    .select({ agence: agences, publication: { id: publicationsPlanning.id, semaine, du } })
    .from(publicationsPlanning)
    .innerJoin(agences, eq(agences.id, publicationsPlanning.agenceId))
    .where(eq(publicationsPlanning.id, id));
  if (!rows[0]) return undefined;
  const [client] = pour.clientId ? await db.select().from(clients).where(eq(clients.id, pour.clientId)) : [];
  const [intervenant] = pour.intervenantId
    ? await db.select().from(intervenants).where(eq(intervenants.id, pour.intervenantId))
    : [];
  return { ...rows[0], client, intervenant };
}

/** A series with the first of its visits to come. */
async function ofSerie(db: Queryable, id: number): Promise<Evenement | undefined> {
  const rows = await db
    .select()
    .from(series)
    .innerJoin(agences, eq(agences.id, series.agenceId))
    .innerJoin(clients, eq(clients.id, series.clientId))
    .innerJoin(activites, eq(activites.id, series.activiteId))
    .leftJoin(intervenants, eq(intervenants.id, series.intervenantId))
    .where(eq(series.id, id));
  const row = rows[0];
  if (!row) return undefined;
  const next = await db
    .select()
    .from(prestations)
    .where(and(eq(prestations.serieId, id), inArray(prestations.statut, ["planifiee", "confirmee"])))
    .orderBy(asc(prestations.debut))
    .limit(1);
  return {
    agence: row.agences,
    client: row.clients,
    serie: row.series,
    activite: row.activites,
    intervenant: row.intervenants ?? undefined,
    prestation: next[0],
  };
}

async function ofCompte(db: Queryable, id: number): Promise<Evenement | undefined> {
  const rows = await db.select(person).from(utilisateurs).where(eq(utilisateurs.id, id));
  return rows[0] && { titulaire: rows[0] };
}

const person = {
  id: utilisateurs.id,
  email: utilisateurs.email,
  prenom: utilisateurs.prenom,
  langue: utilisateurs.langue,
};
export type Person = { id: number; email: string; prenom: string; langue: "fr" | "en" | "ar" | "tzm" };

export async function activeAccount(db: Queryable, id: number): Promise<Person | undefined> {
  const rows = await db
    .select(person)
    .from(utilisateurs)
    .where(and(eq(utilisateurs.id, id), eq(utilisateurs.actif, true)));
  return rows[0];
}

/** The active account of an intervenant; undefined without one. */
export async function accountOfIntervenant(db: Queryable, id: number): Promise<Person | undefined> {
  const rows = await db
    .select(person)
    .from(utilisateurs)
    .innerJoin(intervenants, eq(intervenants.utilisateurId, utilisateurs.id))
    .where(and(eq(intervenants.id, id), eq(utilisateurs.actif, true)));
  return rows[0];
}

/** Those who answer for the whole product. */
export const adminsOf = (db: Queryable): Promise<Person[]> =>
  db
    .select(person)
    .from(utilisateurs)
    .where(and(eq(utilisateurs.role, "admin"), eq(utilisateurs.actif, true)))
    .orderBy(utilisateurs.id)
    .limit(100);

/** Those who check from outside. */
export const auditeursOf = (db: Queryable): Promise<Person[]> =>
  db
    .select(person)
    .from(utilisateurs)
    .where(and(eq(utilisateurs.role, "auditeur"), eq(utilisateurs.actif, true)))
    .orderBy(utilisateurs.id)
    .limit(100);

/** The gestionnaires of an agency. */
export async function teamOf(db: Queryable, agenceId: number): Promise<Person[]> {
  return db
    .select(person)
    .from(utilisateurs)
    .innerJoin(utilisateurAgences, eq(utilisateurAgences.utilisateurId, utilisateurs.id))
    .where(
      and(
        eq(utilisateurAgences.agenceId, agenceId),
        eq(utilisateurs.role, "gestionnaire"),
        eq(utilisateurs.actif, true),
      ),
    )
    .orderBy(utilisateurs.id)
    .limit(100);
}
