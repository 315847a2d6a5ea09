import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { addActivite, addAgence, addClient, addIntervenant, addUtilisateur } from "@/db/testing-data";
import type { Actor, Context } from "@/lib/foundation/context";
import { actor, contextFor, type TestWorld, testWorld } from "@/lib/foundation/testing";

/** One agency with a client, an intervenant who has the skill, and the accounts of each role; another agency beside. */
export async function visitWorld() {
  const world: TestWorld = await testWorld();
  const { db } = world;
  process.env.DATABASE_URL = world.url;
  const agence = await addAgence(db, { fraisAnnulationBp: 5000 });
  const other = await addAgence(db);
  const activite = await addActivite(db, agence.id, { code: "menage" });
  const [staff, clientUser, workerUser, adminUser] = await Promise.all([
    addUtilisateur(db, { role: "gestionnaire", agenceIds: [agence.id] }),
    addUtilisateur(db, { role: "client" }),
    addUtilisateur(db, { role: "intervenant" }),
    addUtilisateur(db, { role: "admin" }),
  ]);
  const { client, adresse } = await addClient(db, agence.id, { utilisateurId: clientUser.id });
  const nadia = await addIntervenant(db, agence.id, [activite.id], { utilisateurId: workerUser.id });
  const as = (who: Actor, fields: Partial<Context> = {}) => contextFor(db, who, fields);
  return {
    world,
    db,
    agence,
    other,
    activite,
    client,
    adresse,
    nadia,
    staffCtx: (fields: Partial<Context> = {}) =>
      as(actor("gestionnaire", { id: staff.id, agenceIds: [agence.id] }), fields),
    otherStaffCtx: () => as(actor("gestionnaire", { id: staff.id, agenceIds: [other.id] })),
    clientCtx: (fields: Partial<Context> = {}) =>
      as(actor("client", { id: clientUser.id, clientId: client.id, agenceIds: [agence.id] }), fields),
    workerCtx: (fields: Partial<Context> = {}) =>
      as(
        actor("intervenant", { id: workerUser.id, intervenantId: nadia.id, agenceIds: [agence.id] }),
        fields,
      ),
    adminCtx: () => as(actor("admin", { id: adminUser.id })),
    auditCtx: () => as(actor("auditeur", { id: adminUser.id })),
    users: { staff, clientUser, workerUser, adminUser },
  };
}

export type VisitWorld = Awaited<ReturnType<typeof visitWorld>>;

/** Jobs of one queue written so far, oldest first. */
export async function jobsOf(db: Db, queue: string): Promise<Record<string, unknown>[]> {
  const rows = await db.execute(
    sql`select data from pgboss.job where name = ${queue} order by created_on, id`,
  );
  return rows.map((row) => row.data as Record<string, unknown>);
}
