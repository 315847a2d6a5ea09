import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { parametres } from "@/db/schema/organisation";
import { audit } from "@/db/schema/suivi";
import { addAgence } from "@/db/testing-data";
import type { Context } from "@/lib/foundation/context";
import { clesParametre } from "@/lib/foundation/parametres";
import { parametresOf } from "@/lib/foundation/read-parametres";
import { actor, contextFor, NOW, type TestWorld, testWorld } from "@/lib/foundation/testing";
import { listParametres } from "./list-parametres";
import { readParametre } from "./read-parametre";
import { updateParametre } from "./update-parametre";

let world: TestWorld;
let admin: Context;
let agenceId: number;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  agenceId = (await addAgence(world.db)).id;
  admin = contextFor(world.db, actor("admin"));
  await world.db.delete(parametres);
});

const cle = "alerte.retard";
const change = (fields: Record<string, unknown>, ctx = admin) => updateParametre(ctx, { cle, ...fields });
const lines = () =>
  world.db
    .select()
    .from(audit)
    .where(and(eq(audit.action, "parametre.update"), eq(audit.objetId, cle)))
    .orderBy(audit.id);

describe("parametre.list", () => {
  test("shows every setting with its value, its default and where the value comes from", async () => {
    const { results } = await listParametres(admin, {});
    expect(results.map((one) => one.cle)).toEqual(clesParametre);
    expect(results.every(({ source, valeur, defaut }) => source === "defaut" && valeur === defaut)).toBe(
      true,
    );
    await change({ valeur: 30 });
    await change({ valeur: 45, agence_id: agenceId });
    const found = async (input: Record<string, unknown>) =>
      (await listParametres(admin, input)).results.find((one) => one.cle === cle);
    expect(await found({})).toMatchObject({ valeur: 30, source: "produit", herite: 15, version: 1 });
    expect(await found({ agence_id: agenceId })).toMatchObject({ valeur: 45, source: "agence", herite: 30 });
    const other = (await addAgence(world.db)).id;
    expect(await found({ agence_id: other })).toMatchObject({ valeur: 30, source: "produit", version: 0 });
  });

  test("leaves out of an agency's list what only the product has; knows no agency that there is not", async () => {
    const { results } = await listParametres(admin, { agence_id: agenceId });
    expect(results.some((one) => one.cle === "conservation.courriels")).toBe(false);
    await expect(listParametres(admin, { agence_id: 999_999 })).rejects.toMatchObject({ code: "notFound" });
  });
});

describe("parametre.update", () => {
  test("holds from then on, and the log keeps what was before and after", async () => {
    const before = (await lines()).length;
    expect((await parametresOf(world.db)).of(cle)).toBe(15);
    await change({ valeur: 30 });
    expect((await parametresOf(world.db)).of(cle, agenceId)).toBe(30);
    const [line] = (await lines()).slice(before);
    expect(line?.agenceId).toBeNull();
    expect(line?.canon).toContain('"avant":15');
    expect(line?.canon).toContain('"apres":30');
  });

  test("gives the level above its say again, and versions go on growing", async () => {
    await change({ valeur: 30 });
    await change({ valeur: 45, agence_id: agenceId });
    expect(await change({ valeur: null, agence_id: agenceId })).toMatchObject({
      valeur: 30,
      source: "produit",
      version: 2,
    });
    expect(await change({ valeur: null })).toMatchObject({ valeur: 15, source: "defaut", version: 2 });
    expect(await change({ valeur: 20 })).toMatchObject({
      valeur: 20,
      version: 3,
      modifie_le: NOW.toISOString(),
    });
  });

  test("the same value again changes nothing and leaves no line", async () => {
    await change({ valeur: 30 });
    const before = (await lines()).length;
    expect(await change({ valeur: 30 })).toMatchObject({ valeur: 30, version: 1 });
    expect(await change({ valeur: null, agence_id: agenceId })).toMatchObject({ version: 0 });
    expect((await lines()).length).toBe(before);
  });

  test("refuses a version that has passed, also of two changes at once", async () => {
    await change({ valeur: 30, version: 0 });
    await expect(change({ valeur: 40, version: 0 })).rejects.toMatchObject({ code: "preconditionFailed" });
    const both = await Promise.allSettled([
      change({ valeur: 50, version: 1 }),
      change({ valeur: 60, version: 1 }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await readParametre(admin, { cle })).toMatchObject({ version: 2 });
  });

  test("keeps each setting within its bounds, at the field", async () => {
    for (const [fields, code] of [
      [{ valeur: 4 }, "tooSmall"],
      [{ valeur: 241 }, "tooBig"],
      [{ valeur: 20.5 }, "invalidNumber"],
      [{ valeur: "beaucoup" }, "invalidNumber"],
    ] as const)
      await expect(change(fields), JSON.stringify(fields)).rejects.toMatchObject({
        code: "validation",
        details: { errors: [{ pointer: "/valeur", code }] },
      });
    await expect(change({ valeur: 20, cle: "horaires" })).rejects.toMatchObject({ code: "validation" });
    await expect(change({})).rejects.toMatchObject({ code: "validation" });
  });

  test("is the admin's; an agency has no own value of what only the product has", async () => {
    for (const role of ["gestionnaire", "auditeur", "client"] as const)
      await expect(change({ valeur: 20 }, contextFor(world.db, actor(role)))).rejects.toMatchObject({
        code: "forbidden",
      });
    const keep = { cle: "conservation.courriels", valeur: 40 };
    await expect(change({ ...keep, agence_id: agenceId })).rejects.toMatchObject({ code: "notFound" });
    expect(await change(keep)).toMatchObject({ valeur: 40 });
  });
});
