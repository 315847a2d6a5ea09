import { and, asc, eq, inArray, ne, notInArray, sql } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { adresses, clients, contacts } from "@/db/schema/clients";
import { codesSecours, secondsFacteurs, sessions } from "@/db/schema/comptes";
import { devis } from "@/db/schema/factures";
import { abonnementsPush, preferencesNotification } from "@/db/schema/notifications";
import { courriels, jetonsRafraichissement, jetonsUtilisateur, utilisateurs } from "@/db/schema/organisation";
import { abonnementsAgenda } from "@/db/schema/plannings";
import { prestations, reservations, series } from "@/db/schema/prestations";
import { demandesRgpd } from "@/db/schema/rgpd";
import { avis, notifications, taches } from "@/db/schema/suivi";
import { NOTHING } from "@/db/vault/columns";
import { replaceDeks } from "@/db/vault/keys";
import { columnsOf, opened, type Plain } from "@/db/vault/open";
import { sealChanges } from "@/db/vault/seal";
import { equalityPrint } from "@/db/vault/search";
import type { Scope } from "@/lib/foundation/policy";
import { within } from "@/lib/foundation/reach";
import { deleteConsentements } from "./consentements/store";
import { forgetWords } from "./demande-store";
import { deleteAnswers, mailOf } from "./erasure-mail-store";

export type ClientRow = Plain<typeof clients>;

/** The client within reach, locked until the transaction ends: a booking at the same moment waits, then is refused. */
export async function lockClient(tx: Tx, scope: Scope, id: number): Promise<ClientRow | undefined> {
  const rows = await opened(
    tx,
    tx
      .select(columnsOf(clients))
      .from(clients)
      .where(and(eq(clients.id, id), within(scope, { agence: clients.agenceId })))
      .for("update"),
    // After a restore their key may be newer than what stands sealed: they are forgotten all the same.
    () => {},
  );
  return rows[0];
}

/** Visits neither invoiced nor cancelled, the first ones. */
export function unsettledVisits(db: Queryable, clientId: number) {
  return db
    .select({ id: prestations.id, debut: prestations.debut, statut: prestations.statut })
    .from(prestations)
    .where(and(eq(prestations.clientId, clientId), notInArray(prestations.statut, ["facturee", "annulee"])))
    .orderBy(asc(prestations.debut), asc(prestations.id))
    .limit(100);
}

/** The accepted request for the person's erasure. */
export async function acceptedErasure(db: Queryable, clientId: number) {
  const rows = await db
    .select({
      id: demandesRgpd.id,
      type: demandesRgpd.type,
      statut: demandesRgpd.statut,
      version: demandesRgpd.version,
    })
    .from(demandesRgpd)
    .where(
      and(
        eq(demandesRgpd.clientId, clientId),
        eq(demandesRgpd.type, "effacement"),
        eq(demandesRgpd.statut, "acceptee"),
      ),
    )
    .limit(1);
  return rows[0];
}

export type Counts = {
  contacts: number;
  adresses: number;
  prestations: number;
  messages: number;
  avis: number;
  courriels: number;
  notifications: number;
  agenda: number;
  factures: number;
  paiements: number;
  devis: number;
  demandes: number;
  derniere_facture: string | null;
  dernier_devis: string | null;
};

/** How much of everything there is about a client, in one question. */
export async function countHeld(db: Queryable, client: ClientRow): Promise<Counts> {
  const { id, utilisateurId } = client;
  const account = utilisateurId ?? 0;
  const mail = await mailOf(db, client);
  const rows = await db.execute<Counts>(sql`select
    (select count(*)::int from contacts where client_id = ${id}) as contacts,
    (select count(*)::int from adresses where client_id = ${id}) as adresses,
    (select count(*)::int from prestations where client_id = ${id}) as prestations,
    (select count(*)::int from reservations where client_id = ${id} and (message <> '' or motif <> '')) as messages,
    (select count(*)::int from avis where client_id = ${id}) as avis,
    ${mail.length}::int as courriels,
    (select count(*)::int from notifications where utilisateur_id = ${account}) as notifications,
    (select count(*)::int from abonnements_agenda where utilisateur_id = ${account} and revoque_le is null) as agenda,
    (select count(*)::int from factures where client_id = ${id} and statut <> 'brouillon') as factures,
    (select max(date_emission)::text from factures where client_id = ${id}) as derniere_facture,
    (select count(*)::int from paiements p join factures f on f.id = p.facture_id where f.client_id = ${id}) as paiements,
    (select count(*)::int from devis where client_id = ${id} and statut <> 'brouillon') as devis,
    (select max(date_emission)::text from devis where client_id = ${id}) as dernier_devis,
    (select count(*)::int from demandes_rgpd where client_id = ${id}) as demandes`);
  return rows[0] as Counts;
}

/** Everything that names the person or that they wrote, except what the law keeps. The row stays, without anybody. */
export async function eraseClient(tx: Tx, client: ClientRow, alias: string, now: Date): Promise<void> {
  const mine = { id: client.id };
  const mail = await mailOf(tx, client);
  if (mail.length > 0) await tx.delete(courriels).where(inArray(courriels.id, mail));
  await deleteAnswers(tx, client);
  // New keys first: what is left out below, and every copy made before today, can never be read again.
  await replaceDeks(tx, { type: "client", id: client.id }, ["identite", "soins"]);
  await eraseServices(tx, mine.id, now);
  await tx.delete(contacts).where(eq(contacts.clientId, mine.id));
  await tx
    .update(adresses)
    .set({
      libelle: NOTHING,
      voie: NOTHING,
      complement: NOTHING,
      acces: NOTHING,
      latitude: null,
      longitude: null,
      actif: false,
      principale: false,
    })
    .where(eq(adresses.clientId, mine.id));
  await tx
    .update(clients)
    .set({
      civilite: "autre",
      ...(await sealChanges(tx, clients, { id: mine.id }, { nom: alias })),
      prenom: NOTHING,
      email: NOTHING,
      telephone: NOTHING,
      naissance: null,
      notes: NOTHING,
      recherche: [],
      emailEmpreinte: null,
      actif: false,
      effaceLe: now,
      version: sql`${clients.version} + 1`,
      modifieLe: now,
    })
    .where(eq(clients.id, mine.id));
  await deleteConsentements(tx, mine.id);
  if (client.utilisateurId !== null) await eraseAccount(tx, client.utilisateurId, now);
}

/** Words about visits, requests and reviews; drafts of quotes, which are nothing yet. */
async function eraseServices(tx: Tx, clientId: number, now: Date): Promise<void> {
  await tx
    .update(prestations)
    .set({ instructions: NOTHING, noteIntervenant: NOTHING, derogation: NOTHING, annulationMotif: NOTHING })
    .where(eq(prestations.clientId, clientId));
  await tx
    .update(series)
    .set({
      instructions: NOTHING,
      derogation: NOTHING,
      arretMotif: NOTHING,
      // Stopped, so that no job plans another visit.
      arreteeDu: sql`coalesce(${series.arreteeDu}, ${now.toISOString().slice(0, 10)}::date)`,
    })
    .where(eq(series.clientId, clientId));
  await tx
    .update(reservations)
    .set({ message: NOTHING, motif: NOTHING })
    .where(eq(reservations.clientId, clientId));
  await tx
    .update(avis)
    .set({
      commentaire: NOTHING,
      reponse: NOTHING,
      motifRefus: NOTHING,
      statut: "refuse",
      publieLe: null,
      modifieLe: now,
    })
    .where(eq(avis.clientId, clientId));
  await tx.delete(devis).where(and(eq(devis.clientId, clientId), eq(devis.statut, "brouillon")));
  await forgetWords(tx, eq(demandesRgpd.clientId, clientId));
}

/** The account closes at once, on every device, and answers to no address any more. */
export async function eraseAccount(tx: Tx, id: number, now: Date): Promise<void> {
  await replaceDeks(tx, { type: "utilisateur", id }, ["compte"]);
  const email = `efface-${id}@efface.invalid`;
  await tx
    .update(utilisateurs)
    .set({
      ...(await sealChanges(tx, utilisateurs, { id }, { email })),
      emailEmpreinte: equalityPrint("utilisateurs", email),
      recherche: [],
      prenom: NOTHING,
      nom: NOTHING,
      motDePasse: null,
      emailVerifieLe: null,
      actif: false,
      versionJeton: sql`${utilisateurs.versionJeton} + 1`,
      version: sql`${utilisateurs.version} + 1`,
      modifieLe: now,
    })
    .where(eq(utilisateurs.id, id));
  await tx.delete(secondsFacteurs).where(eq(secondsFacteurs.utilisateurId, id));
  await tx.delete(sessions).where(eq(sessions.utilisateurId, id));
  await tx.delete(codesSecours).where(eq(codesSecours.utilisateurId, id));
  await tx.delete(jetonsUtilisateur).where(eq(jetonsUtilisateur.utilisateurId, id));
  await tx.delete(jetonsRafraichissement).where(eq(jetonsRafraichissement.utilisateurId, id));
  await tx.delete(notifications).where(eq(notifications.utilisateurId, id));
  await tx.delete(preferencesNotification).where(eq(preferencesNotification.utilisateurId, id));
  await tx.delete(abonnementsPush).where(eq(abonnementsPush.utilisateurId, id));
  await tx
    .update(abonnementsAgenda)
    .set({
      nom: "",
      revoqueLe: sql`coalesce(${abonnementsAgenda.revoqueLe}, ${now.toISOString()}::timestamptz)`,
    })
    .where(eq(abonnementsAgenda.utilisateurId, id));
  await tx.update(taches).set({ donnees: {}, resultat: null }).where(eq(taches.demandePar, id));
}

/** The request that asked for it is done. Returns its version. */
export async function closeRequest(tx: Tx, id: number, by: number | null, now: Date): Promise<void> {
  await tx
    .update(demandesRgpd)
    .set({
      statut: "close",
      closeLe: now,
      decidePar: by,
      version: sql`${demandesRgpd.version} + 1`,
      modifieLe: now,
    })
    .where(and(eq(demandesRgpd.id, id), ne(demandesRgpd.statut, "close")));
}

/** The person's other open requests, which nobody can answer any more. */
export async function closeOthers(tx: Tx, clientId: number, now: Date): Promise<void> {
  await tx
    .update(demandesRgpd)
    .set({ statut: "close", closeLe: now, modifieLe: now })
    .where(
      and(
        eq(demandesRgpd.clientId, clientId),
        inArray(demandesRgpd.statut, ["recue", "en_cours", "acceptee"]),
      ),
    );
}

export async function findClientRow(db: Queryable, id: number): Promise<ClientRow | undefined> {
  const rows = await opened(db, db.select(columnsOf(clients)).from(clients).where(eq(clients.id, id)));
  return rows[0];
}
