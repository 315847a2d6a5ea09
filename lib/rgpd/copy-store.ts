import { and, desc, eq, getTableColumns, inArray, ne, or, type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Queryable } from "@/db/client";
import { activites } from "@/db/schema/activites";
import { adresses, clients, contacts } from "@/db/schema/clients";
import { consentements } from "@/db/schema/consentements";
import { devis, devisLignes, factureLignes, factures, paiements } from "@/db/schema/factures";
import { recommandations } from "@/db/schema/ia";
import { abonnementsPush, preferencesNotification } from "@/db/schema/notifications";
import { agences, courriels, utilisateurs } from "@/db/schema/organisation";
import { abonnementsAgenda } from "@/db/schema/plannings";
import { pointages, prestations, reservations, series } from "@/db/schema/prestations";
import { demandesRgpd } from "@/db/schema/rgpd";
import { audit, avis, notifications, taches } from "@/db/schema/suivi";
import { columnsOf, opened, toOpen } from "@/db/vault/open";
import { equalityPrint } from "@/db/vault/search";
import type { Scope } from "@/lib/foundation/policy";
import { within } from "@/lib/foundation/reach";

/** Whose copy it is: the file, its account, and every address that mail went to. */
export type Concerned = { clientId: number; utilisateurId: number | null; emails: string[] };
export type Source = {
  table: PgTable;
  where: (who: Concerned) => SQL | undefined;
  /** Left out here besides `withheld`: other people's, or machinery. */
  without?: readonly string[];
  /** Only these. */
  only?: readonly string[];
};

const mine = (column: PgColumn) => (who: Concerned) => eq(column, who.clientId);
const ofAccount = (column: PgColumn) => (who: Concerned) =>
  who.utilisateurId === null ? sql`false` : eq(column, who.utilisateurId);
const through =
  (column: PgColumn, parent: PgTable & { id: PgColumn; clientId: PgColumn }) => (who: Concerned) =>
    sql`${column} in (select ${parent.id} from ${parent} where ${parent.clientId} = ${who.clientId})`;
/** A draft is no document yet; the product does not show it to its client either. */
const issued = (owner: PgColumn, statut: PgColumn) => (who: Concerned) =>
  and(eq(owner, who.clientId), ne(statut, "brouillon"));

/** Everything held about a client, by table. What is in neither this list nor `notCopied` fails a test. */
export const sources: Readonly<Record<string, Source>> = {
  clients: { table: clients, where: mine(clients.id) },
  adresses: { table: adresses, where: mine(adresses.clientId) },
  contacts: { table: contacts, where: mine(contacts.clientId) },
  series: { table: series, where: mine(series.clientId) },
  prestations: { table: prestations, where: mine(prestations.clientId) },
  // Where the intervenant stood is the intervenant's own.
  pointages: {
    table: pointages,
    where: through(pointages.prestationId, prestations),
    without: ["latitude", "longitude"],
  },
  reservations: { table: reservations, where: mine(reservations.clientId) },
  devis: { table: devis, where: issued(devis.clientId, devis.statut) },
  devis_lignes: { table: devisLignes, where: through(devisLignes.devisId, devis) },
  factures: { table: factures, where: issued(factures.clientId, factures.statut) },
  facture_lignes: { table: factureLignes, where: through(factureLignes.factureId, factures) },
  paiements: { table: paiements, where: through(paiements.factureId, factures) },
  avis: { table: avis, where: mine(avis.clientId) },
  // How others were ranked is theirs.
  recommandations: {
    table: recommandations,
    where: mine(recommandations.clientId),
    without: ["propositions", "ecartes", "intervenant_choisi"],
  },
  consentements: { table: consentements, where: mine(consentements.clientId) },
  demandes_rgpd: { table: demandesRgpd, where: mine(demandesRgpd.clientId) },
  utilisateurs: { table: utilisateurs, where: ofAccount(utilisateurs.id) },
  notifications: { table: notifications, where: ofAccount(notifications.utilisateurId) },
  preferences_notification: {
    table: preferencesNotification,
    where: ofAccount(preferencesNotification.utilisateurId),
  },
  abonnements_agenda: { table: abonnementsAgenda, where: ofAccount(abonnementsAgenda.utilisateurId) },
  // The address and keys of a device are a way in.
  abonnements_push: {
    table: abonnementsPush,
    where: ofAccount(abonnementsPush.utilisateurId),
    only: ["id", "appareil", "dernier_succes_le", "cree_le"],
  },
  taches: {
    table: taches,
    where: ofAccount(taches.demandePar),
    only: ["id", "type", "statut", "cree_le", "terminee_le"],
  },
  courriels: {
    table: courriels,
    where: ({ emails }) =>
      emails.length > 0
        ? inArray(
            courriels.destinataireEmpreinte,
            emails.map((email) => equalityPrint("courriels", email)),
          )
        : sql`false`,
    only: ["id", "destinataire", "sujet", "langue", "statut", "cree_le", "envoye_le"],
  },
  // Who opened the file, by role: employees stay unnamed (CJEU C-579/21).
  audit: {
    table: audit,
    where: (who) =>
      or(
        and(eq(audit.objetType, "client"), eq(audit.objetId, String(who.clientId))),
        ofAccount(audit.acteurId)(who),
      ),
    only: ["id", "horodatage", "role", "action", "objet_type", "resultat"],
  },
};

/** Tables that name a client or an account and are not copied, each for a reason. */
export const notCopied: Readonly<Record<string, string>> = {
  jetons_utilisateur: "fingerprints of secrets, useless to anyone once used",
  jetons_rafraichissement: "fingerprints of secrets that keep a device signed in",
  sessions: "where one is signed in, shown on the page of one's own account, gone when it ends",
  codes_secours: "fingerprints of recovery codes",
  seconds_facteurs: "the secret of an authenticator, which opens the account",
  filtres_journal: "searches of the log that auditeurs and admins keep: a client has none",
  cles: "partner keys, which only admins make",
  intervenants: "people who work for the agency: a client is none",
  utilisateur_agences: "which agencies staff look after: a client has none",
};

/** Machinery, secrets' fingerprints, and which employee did it. */
const withheld = new Set([
  "recherche",
  "email_empreinte",
  "destinataire_empreinte",
  "version",
  "version_jeton",
  "empreinte",
  "mot_de_passe",
  "cle",
  "cree_par",
  "decide_par",
  "annulee_par",
  "modere_par",
  "emise_par",
  "saisi_par",
  "demande_par",
]);

export type Row = Record<string, unknown>;
export type Copy = Record<string, Row[]>;
/** Rows of one table at most: the newest. */
export const MOST_ROWS = 20_000;

/** Everything held about a person, by table, under the columns' own names. */
export async function readCopy(
  db: Queryable,
  who: Concerned,
  from: Readonly<Record<string, Source>> = sources,
): Promise<Copy> {
  const copy: Copy = {};
  for (const [name, source] of Object.entries(from)) copy[name] = await readSource(db, source, who);
  return copy;
}

async function readSource(db: Queryable, { table, where, without, only }: Source, who: Concerned) {
  const all = Object.values(getTableColumns(table)) as PgColumn[];
  const shown = all.filter(({ name }) =>
    only ? only.includes(name) : !withheld.has(name) && !without?.includes(name),
  );
  const open = columnsOf(table) as Record<string, PgColumn>;
  const properties = Object.entries(getTableColumns(table));
  const columns = Object.fromEntries(
    shown.map((column) => {
      const property = properties.find(([, one]) => one === column)?.[0] ?? "";
      return [column.name, open[property] as PgColumn];
    }),
  );
  const key = all.find(({ name }) => name === "id") ?? all[0];
  const rows = await opened(
    db,
    db
      .select(columns)
      .from(table)
      .where(where(who))
      .orderBy(desc(key as PgColumn))
      .limit(MOST_ROWS),
  );
  return rows as Row[];
}

/** The person within reach; undefined when absent, out of reach or erased. */
export async function findConcerned(db: Queryable, scope: Scope, id: number) {
  const rows = await opened(
    db,
    db
      .select({
        id: clients.id,
        agenceId: clients.agenceId,
        utilisateurId: clients.utilisateurId,
        prenom: toOpen(clients.prenom),
        nom: toOpen(clients.nom),
        langue: clients.langue,
        email: toOpen(clients.email),
        compte: toOpen(utilisateurs.email),
        agence: agences.nom,
        pays: agences.pays,
        fuseau: agences.fuseau,
        devise: agences.devise,
        effaceLe: clients.effaceLe,
      })
      .from(clients)
      .innerJoin(agences, eq(agences.id, clients.agenceId))
      .leftJoin(utilisateurs, eq(utilisateurs.id, clients.utilisateurId))
      .where(and(eq(clients.id, id), within(scope, { agence: clients.agenceId, client: clients.id }))),
  );
  const row = rows[0];
  if (!row) return undefined;
  const { email, compte, ...rest } = row;
  return { ...rest, emails: [...new Set([email, compte].filter(Boolean))] };
}

/** Words of the services that the person had. */
export async function serviceLabels(db: Queryable, ids: readonly number[]) {
  if (ids.length === 0) return new Map<number, (typeof activites.$inferSelect)["libelles"]>();
  const rows = await db
    .select({ id: activites.id, libelles: activites.libelles })
    .from(activites)
    .where(inArray(activites.id, [...ids]));
  return new Map(rows.map(({ id, libelles }) => [id, libelles]));
}
