import { and, desc, eq } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { clients } from "@/db/schema/clients";
import { consentements } from "@/db/schema/consentements";
import { agences, utilisateurs } from "@/db/schema/organisation";
import { opened, toOpen } from "@/db/vault/open";
import type { Scope } from "@/lib/foundation/policy";
import { within } from "@/lib/foundation/reach";

/** Rows shown at most, the newest. */
const MOST = 500;

const clientWithin = (scope: Scope, id: number) =>
  and(eq(clients.id, id), within(scope, { agence: clients.agenceId, client: clients.id }));

const concerned = { id: clients.id, agenceId: clients.agenceId, effaceLe: clients.effaceLe };

export async function findConsenting(db: Queryable, scope: Scope, id: number) {
  const rows = await db
    .select({ ...concerned, fuseau: agences.fuseau })
    .from(clients)
    .innerJoin(agences, eq(agences.id, clients.agenceId))
    .where(clientWithin(scope, id));
  return rows[0];
}

/** The client, held until the transaction ends: an erasure at the same moment waits, then takes the new row too. */
export async function lockConsenting(tx: Tx, scope: Scope, id: number) {
  const rows = await tx
    .select({ ...concerned, fuseau: agences.fuseau })
    .from(clients)
    .innerJoin(agences, eq(agences.id, clients.agenceId))
    .where(clientWithin(scope, id))
    .for("update", { of: clients });
  return rows[0];
}

/** What a client said, the last first. */
export function selectConsentements(db: Queryable, clientId: number) {
  return opened(
    db,
    db
      .select({
        id: consentements.id,
        finalite: consentements.finalite,
        accord: consentements.accord,
        versionTexte: consentements.versionTexte,
        voie: consentements.voie,
        le: consentements.le,
        creeLe: consentements.creeLe,
        auteur: { prenom: toOpen(utilisateurs.prenom), nom: toOpen(utilisateurs.nom) },
      })
      .from(consentements)
      .leftJoin(utilisateurs, eq(utilisateurs.id, consentements.saisiPar))
      .where(eq(consentements.clientId, clientId))
      .orderBy(desc(consentements.le), desc(consentements.id))
      .limit(MOST),
  );
}

export async function insertConsentement(tx: Tx, values: typeof consentements.$inferInsert): Promise<void> {
  await tx.insert(consentements).values(values);
}

/** With the person, after their row says that they are erased: the database refuses it before. */
export async function deleteConsentements(tx: Tx, clientId: number): Promise<void> {
  await tx.delete(consentements).where(eq(consentements.clientId, clientId));
}
