import type { Db } from "@/db/client";
import { avantagesFiscaux, tarifs } from "@/db/schema/activites";
import { factureLignes, factures, paiements } from "@/db/schema/factures";
import { absences } from "@/db/schema/intervenants";
import { reservations } from "@/db/schema/prestations";
import { demandesRgpd } from "@/db/schema/rgpd";
import { avis, taches } from "@/db/schema/suivi";
import {
  addActivite,
  addAgence,
  addClient,
  addIntervenant,
  addPrestation,
  addSealed,
  addUtilisateur,
} from "@/db/testing-data";
import { createDevis } from "@/lib/factures/create-devis";
import { issueFacture } from "@/lib/factures/issue-facture";
import { sendDevis } from "@/lib/factures/send-devis";
import type { Actor, ActorRole } from "@/lib/foundation/context";
import { actor, contextFor, NOW } from "@/lib/foundation/testing";
import { createProgrammation } from "@/lib/rapports/create-programmation";
import { createRapport } from "@/lib/rapports/create-rapport";

/** Whose object a call aims at, seen from the caller. */
export const targets = ["own", "others", "otherAgency", "missing"] as const;
export type Target = (typeof targets)[number];
export type Objects = {
  clientId: number;
  adresseId: number;
  intervenantId: number;
  agenceId: number;
  utilisateurId: number;
};
export type MatrixWorld = {
  db: Db;
  activiteId: number;
  code: string;
  objects: Record<Exclude<Target, "missing">, Objects>;
  actors: Record<ActorRole, Actor>;
};

const ABSENT = 2_000_000_000;
export const absentObjects: Objects = {
  clientId: ABSENT,
  adresseId: ABSENT,
  intervenantId: ABSENT,
  agenceId: ABSENT,
  utilisateurId: ABSENT,
};

/** Two agencies; in the first a client and an intervenant with accounts (`own`) and two others. */
export async function matrixWorld(db: Db): Promise<MatrixWorld> {
  const here = await addAgence(db);
  const there = await addAgence(db);
  const activite = await addActivite(db, here.id);
  await db.insert(tarifs).values({
    agenceId: there.id,
    activiteId: activite.id,
    prixHoraireTtc: 3000,
    tauxTvaBp: 1000,
    du: "2020-01-01",
  });
  const accounts = {
    admin: await addUtilisateur(db, { role: "admin" }),
    gestionnaire: await addUtilisateur(db, { role: "gestionnaire", agenceIds: [here.id] }),
    intervenant: await addUtilisateur(db, { role: "intervenant" }),
    client: await addUtilisateur(db, { role: "client" }),
    auditeur: await addUtilisateur(db, { role: "auditeur" }),
  };
  await addUtilisateur(db, { role: "admin" });
  const people = async (agenceId: number, linked: boolean): Promise<Objects> => {
    const { client, adresse } = await addClient(
      db,
      agenceId,
      linked ? { utilisateurId: accounts.client.id } : {},
    );
    const who = await addIntervenant(
      db,
      agenceId,
      [activite.id],
      linked ? { utilisateurId: accounts.intervenant.id } : {},
    );
    const utilisateur = await addUtilisateur(db, { role: "client" });
    return {
      clientId: client.id,
      adresseId: adresse.id,
      intervenantId: who.id,
      agenceId,
      utilisateurId: utilisateur.id,
    };
  };
  const own = await people(here.id, true);
  const objects = { own, others: await people(here.id, false), otherAgency: await people(there.id, false) };
  const agenceIds = [here.id];
  const of = (role: ActorRole, fields: Partial<Actor> = {}) => actor(role, fields);
  const actors: MatrixWorld["actors"] = {
    guest: of("guest"),
    system: of("system"),
    admin: of("admin", { id: accounts.admin.id }),
    gestionnaire: of("gestionnaire", { id: accounts.gestionnaire.id, agenceIds }),
    intervenant: of("intervenant", {
      id: accounts.intervenant.id,
      agenceIds,
      intervenantId: own.intervenantId,
    }),
    client: of("client", { id: accounts.client.id, agenceIds, clientId: own.clientId }),
    auditeur: of("auditeur", { id: accounts.auditeur.id }),
  };
  return { db, activiteId: activite.id, code: activite.code, objects, actors };
}

let hours = 0;
/** A visit of its own hour, so that no two of the matrix ever overlap. */
export async function visit(
  world: MatrixWorld,
  who: Objects,
  values: Parameters<typeof addPrestation>[2] = {},
) {
  hours += 3;
  const debut = values.debut ?? new Date(NOW.getTime() + (48 + hours) * 3_600_000);
  const { clientId, adresseId, intervenantId, agenceId } = who;
  return addPrestation(
    world.db,
    { clientId, adresseId, intervenantId, agenceId, activiteId: world.activiteId },
    { debut, ...values },
  );
}

export const booking = (world: MatrixWorld, who: Objects) => bookingAt(world, who);

/** A request for a visit, at an hour of its own unless told. */
export async function bookingAt(world: MatrixWorld, who: Objects, debut?: Date) {
  const prestation = await visit(world, who, debut ? { debut } : {});
  const { clientId, agenceId } = who;
  const values = {
    clientId,
    agenceId,
    prestationId: prestation.id,
    dateDemandee: prestation.debut,
    expireLe: prestation.debut,
  };
  return addSealed(world.db, reservations, values);
}

export async function draft(world: MatrixWorld, who: Objects) {
  hours += 1;
  const periode = `${1900 + hours}-01`;
  const { clientId, agenceId } = who;
  const totals = { totalHt: 5800, totalTva: 580, totalTtc: 6380 };
  const facture = await addSealed(world.db, factures, {
    clientId,
    agenceId,
    periode,
    langue: "fr",
    devise: "EUR",
    ...totals,
  });
  const prestation = await visit(world, who, { statut: "validee" });
  await world.db.insert(factureLignes).values({
    factureId: facture.id,
    rang: 1,
    prestationId: prestation.id,
    activiteId: world.activiteId,
    libelle: "Ménage",
    quantiteMin: 120,
    prixUnitaireTtc: 3190,
    tauxTvaBp: 1000,
    montantHt: 5800,
    montantTva: 580,
    montantTtc: 6380,
  });
  return facture;
}

/** An issued invoice: a client does not see a draft. */
export async function issued(world: MatrixWorld, who: Objects) {
  const { id } = await draft(world, who);
  return issueFacture(contextFor(world.db, world.actors.admin), { id });
}

export function programmation(world: MatrixWorld, who: Objects) {
  const asked = { type: "activite", frequence: "mensuelle", agence_id: who.agenceId };
  return createProgrammation(contextFor(world.db, world.actors.admin), asked);
}

export async function rapport(world: MatrixWorld, who: Objects) {
  const asked = { type: "activite", du: "2026-02-01", au: "2026-02-28", agence_id: who.agenceId };
  return createRapport(contextFor(world.db, world.actors.admin), asked);
}

/** Whose invoice was paid in 2025, in a country with a tax benefit. */
export async function paid(world: MatrixWorld, who: Objects): Promise<Objects> {
  const benefit = { tauxBp: 5000, plafondAnnuel: 1_200_000, reference: "CGI", du: "2020-01-01" };
  await world.db
    .insert(avantagesFiscaux)
    .values({ pays: "FR", ...benefit })
    .onConflictDoNothing();
  const { id } = await issued(world, who);
  await addSealed(world.db, paiements, { factureId: id, montant: 100, mode: "carte", date: "2025-06-01" });
  return who;
}

export async function quoteDraft(world: MatrixWorld, who: Objects) {
  const ctx = contextFor(world.db, world.actors.admin);
  return createDevis(ctx, { client_id: who.clientId, lignes: [{ type: world.code, duree: 2 }] });
}

/** A quote that was sent: a client does not see one before. */
export async function quote(world: MatrixWorld, who: Objects) {
  const { id } = await quoteDraft(world, who);
  return sendDevis(contextFor(world.db, world.actors.admin), { id });
}

export async function absence(world: MatrixWorld, who: Objects) {
  const values = {
    intervenantId: who.intervenantId,
    debut: NOW,
    fin: new Date(NOW.getTime() + 3_600_000),
    type: "conge" as const,
  };
  return addSealed(world.db, absences, values);
}

/** Long work of the caller's own account, or of somebody else's. */
export async function work(world: MatrixWorld, who: Objects, role: ActorRole) {
  const mine = who === world.objects.own;
  const rows = await world.db
    .insert(taches)
    .values({ type: "essai", demandePar: mine ? world.actors[role].id : who.utilisateurId })
    .returning();
  return rows[0] as typeof taches.$inferSelect;
}

/** A review that waits for its moderator. */
export async function review(world: MatrixWorld, who: Objects) {
  const prestation = await visit(world, who, { statut: "validee" });
  const { clientId, agenceId } = who;
  const values = { clientId, agenceId, prestationId: prestation.id, note: 5 };
  return addSealed(world.db, avis, values);
}

/** A rights request, answered unless said otherwise so that the next one may be made; an intervenant's for an intervenant. */
export async function rightsRequest(
  world: MatrixWorld,
  who: Objects,
  role: ActorRole,
  statut: "recue" | "close" = "close",
) {
  const { clientId, intervenantId, agenceId } = who;
  const person = role === "intervenant" ? { intervenantId } : { clientId };
  const dates = { recueLe: "2026-03-01", echeance: "2026-04-01" };
  const rows = await world.db
    .insert(demandesRgpd)
    .values({ agenceId, ...person, ...dates, type: "acces", statut })
    .returning();
  return rows[0] as typeof demandesRgpd.$inferSelect;
}
