import { and, asc, eq, inArray } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { activites } from "@/db/schema/activites";
import { clients } from "@/db/schema/clients";
import { devis, factures } from "@/db/schema/factures";
import { absences, intervenants } from "@/db/schema/intervenants";
import { alertes } from "@/db/schema/notifications";
import { agences } from "@/db/schema/organisation";
import { publicationsPlanning } from "@/db/schema/plannings";
import { prestations, reservations, series } from "@/db/schema/prestations";
import { demandesRgpd } from "@/db/schema/rgpd";
import { avis } from "@/db/schema/suivi";
import { columnsOf, opened, type Plain } from "@/db/vault/open";
import { accountPerson, type Person } from "./personne-store";

export type Evenement = {
  /** Absent when the event is an account's own. */
  agence?: typeof agences.$inferSelect;
  client?: Plain<typeof clients>;
  prestation?: Plain<typeof prestations>;
  reservation?: Plain<typeof reservations>;
  activite?: typeof activites.$inferSelect;
  intervenant?: Plain<typeof intervenants>;
  facture?: Plain<typeof factures>;
  devis?: Plain<typeof devis>;
  absence?: Plain<typeof absences>;
  avis?: Plain<typeof avis>;
  serie?: Plain<typeof series>;
  publication?: Pick<typeof publicationsPlanning.$inferSelect, "id" | "semaine" | "du">;
  demande?: Plain<typeof demandesRgpd>;
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
    const rows = await opened(
      db,
      db.select(columnsOf(reservations)).from(reservations).where(eq(reservations.id, id)),
    );
    const reservation = rows[0];
    const visit = reservation && (await ofPrestation(db, reservation.prestationId));
    return visit && { ...visit, reservation };
  }
  return ofPrestation(db, id);
}

async function ofPrestation(db: Queryable, id: number): Promise<Evenement | undefined> {
  const rows = await opened(
    db,
    db
      .select({
        agence: agences,
        client: columnsOf(clients),
        prestation: columnsOf(prestations),
        activite: activites,
        intervenant: columnsOf(intervenants),
      })
      .from(prestations)
      .innerJoin(agences, eq(agences.id, prestations.agenceId))
      .innerJoin(clients, eq(clients.id, prestations.clientId))
      .innerJoin(activites, eq(activites.id, prestations.activiteId))
      .leftJoin(intervenants, eq(intervenants.id, prestations.intervenantId))
      .where(eq(prestations.id, id)),
  );
  const row = rows[0];
  return row && { ...row, intervenant: row.intervenant ?? undefined };
}

async function ofFacture(db: Queryable, id: number): Promise<Evenement | undefined> {
  const [facture] = await opened(
    db,
    db.select(columnsOf(factures)).from(factures).where(eq(factures.id, id)),
  );
  return facture && ofDocument(db, facture, { facture });
}

async function ofDevis(db: Queryable, id: number): Promise<Evenement | undefined> {
  const [row] = await opened(db, db.select(columnsOf(devis)).from(devis).where(eq(devis.id, id)));
  return row && ofDocument(db, row, { devis: row });
}

/** A document with whose it is and who sends it. */
async function ofDocument(
  db: Queryable,
  { agenceId, clientId }: { agenceId: number; clientId: number },
  document: Pick<Evenement, "facture" | "devis">,
): Promise<Evenement | undefined> {
  const [row] = await opened(
    db,
    db
      .select({ agence: agences, client: columnsOf(clients) })
      .from(clients)
      .innerJoin(agences, eq(agences.id, agenceId))
      .where(eq(clients.id, clientId)),
  );
  return row && { ...row, ...document };
}

async function ofAbsence(db: Queryable, id: number): Promise<Evenement | undefined> {
  const rows = await opened(
    db,
    db
      .select({
        agence: agences,
        intervenant: columnsOf(intervenants),
        absence: columnsOf(absences),
      })
      .from(absences)
      .innerJoin(intervenants, eq(intervenants.id, absences.intervenantId))
      .innerJoin(agences, eq(agences.id, intervenants.agenceId))
      .where(eq(absences.id, id)),
  );
  return rows[0];
}

async function ofDemande(db: Queryable, id: number): Promise<Evenement | undefined> {
  const rows = await opened(
    db,
    db
      .select({
        agence: agences,
        client: columnsOf(clients),
        intervenant: columnsOf(intervenants),
        demande: columnsOf(demandesRgpd),
      })
      .from(demandesRgpd)
      .innerJoin(agences, eq(agences.id, demandesRgpd.agenceId))
      .leftJoin(clients, eq(clients.id, demandesRgpd.clientId))
      .leftJoin(intervenants, eq(intervenants.id, demandesRgpd.intervenantId))
      .where(eq(demandesRgpd.id, id)),
  );
  const row = rows[0];
  return row && { ...row, client: row.client ?? undefined, intervenant: row.intervenant ?? undefined };
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
  const found = await opened(db, db.select(columnsOf(avis)).from(avis).where(eq(avis.id, id)));
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
  const [client] = pour.clientId
    ? await opened(db, db.select(columnsOf(clients)).from(clients).where(eq(clients.id, pour.clientId)))
    : [];
  const [intervenant] = pour.intervenantId
    ? await opened(
        db,
        db.select(columnsOf(intervenants)).from(intervenants).where(eq(intervenants.id, pour.intervenantId)),
      )
    : [];
  return { ...rows[0], client, intervenant };
}

/** A series with the first of its visits to come. */
async function ofSerie(db: Queryable, id: number): Promise<Evenement | undefined> {
  const rows = await opened(
    db,
    db
      .select({
        agence: agences,
        client: columnsOf(clients),
        serie: columnsOf(series),
        activite: activites,
        intervenant: columnsOf(intervenants),
      })
      .from(series)
      .innerJoin(agences, eq(agences.id, series.agenceId))
      .innerJoin(clients, eq(clients.id, series.clientId))
      .innerJoin(activites, eq(activites.id, series.activiteId))
      .leftJoin(intervenants, eq(intervenants.id, series.intervenantId))
      .where(eq(series.id, id)),
  );
  const row = rows[0];
  if (!row) return undefined;
  const next = await opened(
    db,
    db
      .select(columnsOf(prestations))
      .from(prestations)
      .where(and(eq(prestations.serieId, id), inArray(prestations.statut, ["planifiee", "confirmee"])))
      .orderBy(asc(prestations.debut))
      .limit(1),
  );
  return { ...row, intervenant: row.intervenant ?? undefined, prestation: next[0] };
}

async function ofCompte(db: Queryable, id: number): Promise<Evenement | undefined> {
  const titulaire = await accountPerson(db, id);
  return titulaire && { titulaire };
}
