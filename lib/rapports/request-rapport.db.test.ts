import { desc, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { utilisateurAgences } from "@/db/schema/organisation";
import { audit, taches } from "@/db/schema/suivi";
import { forgetAccount } from "@/lib/foundation/actor";
import { system } from "@/lib/foundation/context";
import { contextFor } from "@/lib/foundation/testing";
import { type VisitWorld, visitWorld } from "@/lib/prestations/testing";
import { runAskedRapport } from "./create-rapport";
import { listRapports } from "./list-rapports";
import { requestRapport } from "./request-rapport";

let w: VisitWorld;
beforeAll(async () => {
  w = await visitWorld();
});
afterAll(() => w.world.close());

const demande = { type: "activite", du: "2026-02-01", au: "2026-02-28" } as const;
const machine = () => contextFor(w.db, system);
const run = (tache_id: number) => runAskedRapport(machine(), { tache_id, demande });
const tacheOf = async (id: number) => (await w.db.select().from(taches).where(eq(taches.id, id)))[0];
const count = async () => (await listRapports(w.staffCtx(), { limit: 200 })).results.length;

describe("rapport.request", () => {
  test("writes the work, its job and its line, and no report yet", async () => {
    const before = await count();
    const ctx = w.staffCtx();
    const tache = await requestRapport(ctx, demande);
    expect(tache).toMatchObject({ type: "rapport.activite", etat: "en_attente" });
    const jobs = await w.db.execute<{ data: unknown }>(
      sql`select data from pgboss.job where name = 'rapport.run' and (data->>'tache_id')::int = ${tache.id}`,
    );
    expect(jobs[0]?.data).toEqual({ tache_id: tache.id, demande: { ...demande, grouper_par: "activite" } });
    const [line] = await w.db.select().from(audit).where(eq(audit.requete, ctx.requestId));
    expect(line).toMatchObject({ action: "rapport.request", objetType: "rapport" });
    expect(await count()).toBe(before);
  });

  test("is refused at once where the report would be", async () => {
    const wrong = { ...demande, au: "2026-01-01" };
    await expect(requestRapport(w.staffCtx(), wrong)).rejects.toMatchObject({
      code: "validation",
      details: { errors: [{ pointer: "/au", code: "tooSmall" }] },
    });
    for (const ctx of [w.clientCtx(), w.workerCtx(), w.auditCtx()])
      await expect(requestRapport(ctx, demande)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("the worker", () => {
  test("makes one report although the job runs twice, also at once, as the person who asked", async () => {
    const before = await count();
    const { id } = await requestRapport(w.staffCtx(), demande);
    await Promise.all([run(id), run(id)]);
    await run(id);
    expect(await count()).toBe(before + 1);
    const [newest] = (await listRapports(w.staffCtx(), { limit: 1 })).results;
    expect(await tacheOf(id)).toMatchObject({ statut: "terminee", resultat: { rapport_id: newest?.id } });
    const [line] = await w.db
      .select()
      .from(audit)
      .where(eq(audit.action, "rapport.create"))
      .orderBy(desc(audit.id))
      .limit(1);
    expect(line).toMatchObject({ acteurId: w.users.staff.id, objetId: String(newest?.id) });
  });

  test("makes none for somebody who has lost the agency meanwhile, and says why", async () => {
    const before = await count();
    const { id } = await requestRapport(w.staffCtx(), demande);
    const mine = eq(utilisateurAgences.utilisateurId, w.users.staff.id);
    const kept = await w.db.select().from(utilisateurAgences).where(mine);
    await w.db.delete(utilisateurAgences).where(mine);
    forgetAccount(w.users.staff.id);
    await run(id);
    expect(await tacheOf(id)).toMatchObject({ statut: "echouee", erreur: "validation" });
    await w.db.insert(utilisateurAgences).values(kept);
    expect(await count()).toBe(before);
  });
});
