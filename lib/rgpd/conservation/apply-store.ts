import { inArray, type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Tx } from "@/db/client";
import { devis } from "@/db/schema/factures";
import { webhookLivraisons } from "@/db/schema/interop";
import { alertes } from "@/db/schema/notifications";
import { courriels, idempotence, jetonsRafraichissement, sessionsFermees } from "@/db/schema/organisation";
import { rapports } from "@/db/schema/rapports";
import { demandesRgpd } from "@/db/schema/rgpd";
import { notifications, tacheFichiers, taches } from "@/db/schema/suivi";
import type { NomRegle } from "./regles";

/** Tables from which a rule deletes, by their key. */
const keys: Partial<Record<NomRegle, { table: PgTable; key: PgColumn }>> = {
  devis_brouillons: { table: devis, key: devis.id },
  demandes: { table: demandesRgpd, key: demandesRgpd.id },
  alertes: { table: alertes, key: alertes.id },
  courriels: { table: courriels, key: courriels.id },
  notifications: { table: notifications, key: notifications.id },
  livraisons: { table: webhookLivraisons, key: webhookLivraisons.id },
  taches: { table: taches, key: taches.id },
  fichiers_taches: { table: tacheFichiers, key: tacheFichiers.tacheId },
  rapports: { table: rapports, key: rapports.id },
  jetons: { table: jetonsRafraichissement, key: jetonsRafraichissement.id },
  sessions: { table: sessionsFermees, key: sessionsFermees.sid },
  idempotence: { table: idempotence, key: idempotence.cle },
};

/** Deletes the rows of a rule; how many there were. */
export async function deleteDue(tx: Tx, nom: NomRegle, ids: readonly (number | string)[]): Promise<number> {
  const place = keys[nom];
  if (!place) throw new Error(`rule ${nom} deletes nothing`);
  if (ids.length === 0) return 0;
  const rows = await tx
    .delete(place.table)
    .where(inArray(place.key, [...ids]))
    .returning({ id: place.key });
  return rows.length;
}

/** Takes the places off clockings made before `before`; how many there were. The clockings stay. */
export async function forgetPlaces(tx: Tx, before: SQL, limit: number): Promise<number> {
  const rows = await tx.execute(sql`select * from oublier_lieux(${before}, ${limit}::integer)`);
  return rows.length;
}
