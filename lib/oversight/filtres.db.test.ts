import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addUtilisateur } from "@/db/testing-data";
import { actor, contextFor, type TestWorld, testWorld } from "@/lib/foundation/testing";
import { createFiltre } from "./create-filtre";
import { deleteFiltre } from "./delete-filtre";
import { listAudit } from "./list-audit";
import { listFiltres } from "./list-filtres";
import { MOST_FILTRES } from "./schemas-filtre";
import { updateFiltre } from "./update-filtre";

let world: TestWorld;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());

async function someone(role: "auditeur" | "admin" = "auditeur") {
  const { id } = await addUtilisateur(world.db, { role });
  return contextFor(world.db, actor(role, { id }));
}
const names = async (ctx: Awaited<ReturnType<typeof someone>>) =>
  (await listFiltres(ctx, {})).results.map(({ nom }) => nom);

describe("the filters that an account keeps", () => {
  test("are kept, applied, renamed and forgotten", async () => {
    const me = await someone();
    const filtre = { objet: "facture", role: "gestionnaire", resultat: "refused", date_min: "2026-01-01" };
    const made = await createFiltre(me, { nom: "Refus de janvier", filtre });
    expect(await names(me)).toEqual(["Refus de janvier"]);
    const [kept] = (await listFiltres(me, {})).results;
    expect(kept?.filtre).toEqual(filtre);
    // What was kept is what the explorer takes.
    await expect(listAudit(me, { ...kept?.filtre })).resolves.toMatchObject({ results: [] });
    await updateFiltre(me, { id: made.id, nom: "Refus" });
    await updateFiltre(me, { id: made.id, filtre: { objet: "devis" } });
    expect((await listFiltres(me, {})).results).toMatchObject([{ nom: "Refus", filtre: { objet: "devis" } }]);
    await deleteFiltre(me, { id: made.id });
    expect(await names(me)).toEqual([]);
  });

  test("are nobody else's: neither seen, nor changed, nor forgotten, not by an admin either", async () => {
    const [me, colleague, admin] = [await someone(), await someone(), await someone("admin")];
    const { id } = await createFiltre(me, { nom: "Les miens", filtre: { objet: "client" } });
    for (const other of [colleague, admin]) {
      expect(await names(other)).toEqual([]);
      await expect(updateFiltre(other, { id, nom: "Pris" })).rejects.toMatchObject({ code: "notFound" });
      await expect(deleteFiltre(other, { id })).rejects.toMatchObject({ code: "notFound" });
      // The same name is free for them.
      await createFiltre(other, { nom: "Les miens", filtre: {} });
    }
    expect(await names(me)).toEqual(["Les miens"]);
  });

  test("have names of their own, however many ask at once", async () => {
    const me = await someone();
    const asked = await Promise.allSettled(
      [1, 2, 3, 4].map(() => createFiltre(me, { nom: "Le même", filtre: {} })),
    );
    const refused = asked.filter((one) => one.status === "rejected");
    expect(refused.length).toBe(3);
    for (const { reason } of refused) expect(reason).toMatchObject({ code: "nameTaken" });
    const second = await createFiltre(me, { nom: "Un autre", filtre: {} });
    await expect(updateFiltre(me, { id: second.id, nom: "Le même" })).rejects.toMatchObject({
      code: "nameTaken",
    });
    await updateFiltre(me, { id: second.id, nom: "Un autre" });
  });

  test("are a few at most", async () => {
    const me = await someone();
    for (let n = 0; n < MOST_FILTRES; n += 1) await createFiltre(me, { nom: `Filtre ${n}`, filtre: {} });
    await expect(createFiltre(me, { nom: "De trop", filtre: {} })).rejects.toMatchObject({
      code: "tooManyFilters",
    });
  });

  test("hold what the explorer knows and nothing else", async () => {
    const me = await someone();
    for (const filtre of [{ couleur: "bleu" }, { role: "roi" }, { date_min: "hier" }])
      await expect(createFiltre(me, { nom: "Faux", filtre })).rejects.toMatchObject({ code: "validation" });
    await expect(createFiltre(me, { nom: "  ", filtre: {} })).rejects.toMatchObject({ code: "validation" });
    for (const role of ["gestionnaire", "client", "intervenant"] as const)
      await expect(
        createFiltre(contextFor(world.db, actor(role)), { nom: "x", filtre: {} }),
      ).rejects.toMatchObject({ code: "forbidden" });
  });

  test("stand sealed, and leave their name out of the log", async () => {
    const me = await someone();
    await createFiltre(me, { nom: "Dupont planté", filtre: { objet_id: "Durand planté" } });
    const stored = await world.db.execute(sql`select nom, filtre from filtres_journal`);
    const log = await world.db.execute(sql`select canon from audit where objet_type = 'filtre' order by id`);
    expect(JSON.stringify([...stored, ...log])).not.toContain("planté");
    expect(log.length).toBeGreaterThan(0);
    expect(String(log.at(-1)?.canon)).toContain('"champs":["objet_id"]');
  });
});
