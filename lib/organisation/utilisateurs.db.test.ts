import { and, desc, eq, ne } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { jetonsRafraichissement, utilisateurs } from "@/db/schema/organisation";
import { audit } from "@/db/schema/suivi";
import { addAgence, addUtilisateur, mailTo } from "@/db/testing-data";
import { accountOf } from "@/lib/foundation/actor";
import { refusalOf } from "@/lib/foundation/errors";
import { actor, contextFor, NOW, type TestWorld, testWorld } from "@/lib/foundation/testing";
import { createUtilisateur } from "./create-utilisateur";
import { listUtilisateurs } from "./list-utilisateurs";
import { readUtilisateur } from "./read-utilisateur";
import { updateUtilisateur } from "./update-utilisateur";

let world: TestWorld;
let paris: number;
let lyon: number;
let boss: number;

beforeAll(async () => {
  world = await testWorld();
  paris = (await addAgence(world.db)).id;
  lyon = (await addAgence(world.db)).id;
});

beforeEach(async () => {
  boss = (await addUtilisateur(world.db, { role: "admin", prenom: "Ada" })).id;
  const others = and(eq(utilisateurs.role, "admin"), ne(utilisateurs.id, boss));
  await world.db.update(utilisateurs).set({ actif: false }).where(others);
});

const admin = (id = boss) => contextFor(world.db, actor("admin", { id }));
const lastLine = async () => (await world.db.select().from(audit).orderBy(desc(audit.id)).limit(1))[0];
const body = { email: "Lina@Example.org", prenom: "Lina", nom: "Éloi", role: "gestionnaire" };

describe("utilisateur.create", () => {
  test("opens an account without password, sends the invitation and logs no name", async () => {
    const user = await createUtilisateur(admin(), { ...body, agence_ids: [paris] });
    expect(user).toMatchObject({ email: "lina@example.org", agence_ids: [paris], email_verifie_le: null });
    const line = await lastLine();
    expect(line).toMatchObject({ action: "utilisateur.create", objetId: String(user.id) });
    expect(line?.canon).not.toContain("Lina");
    const [mail] = await mailTo(world.db, user.email);
    expect(mail).toMatchObject({ gabarit: "invitation", langue: "fr" });
    await expect(createUtilisateur(admin(), { ...body, agence_ids: [paris] })).rejects.toMatchObject({
      code: "emailTaken",
    });
  });

  test("refuses a gestionnaire without agency, an unknown agency, and other roles", async () => {
    for (const agence_ids of [undefined, [paris, 999_999]])
      await expect(
        createUtilisateur(admin(), { ...body, email: "x@y.fr", agence_ids }),
      ).rejects.toMatchObject({
        details: { errors: [{ pointer: "/agence_ids" }] },
      });
    await expect(createUtilisateur(contextFor(world.db, actor("gestionnaire")), body)).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("utilisateur.list and read", () => {
  test("finds by the beginning of a name without accents, by e-mail and by role; reading is logged", async () => {
    const user = await addUtilisateur(world.db, { prenom: "Zoé", nom: "Ḥamdi", email: "zoe@dihya.example" });
    for (const q of ["zoe hamdi", "zoe@dihya", "HAMDI"]) {
      const found = (await listUtilisateurs(admin(), { q })).results.map((one) => one.id);
      expect(found, q).toEqual([user.id]);
    }
    expect((await listUtilisateurs(admin(), { role: "admin", actif: "true" })).results).toHaveLength(1);
    await readUtilisateur(admin(), { id: user.id });
    expect(await lastLine()).toMatchObject({ action: "utilisateur.read", objetId: String(user.id) });
    await expect(readUtilisateur(admin(), { id: 999_999 })).rejects.toMatchObject({ code: "notFound" });
  });
});

describe("utilisateur.update", () => {
  test("a change of role, agencies or state ends sessions and tokens; a change of name does not", async () => {
    const user = await addUtilisateur(world.db, { agenceIds: [paris] });
    await world.db.insert(jetonsRafraichissement).values({
      utilisateurId: user.id,
      famille: `f${user.id}`,
      empreinte: `e${user.id}`,
      expireLe: new Date(NOW.getTime() + 86_400_000),
    });
    await updateUtilisateur(admin(), { id: user.id, nom: "Autre" });
    expect(await accountOf(world.db, user.id, 1)).not.toBeNull();
    const moved = await updateUtilisateur(admin(), { id: user.id, agence_ids: [lyon, paris] });
    expect(moved.agence_ids).toEqual([paris, lyon]);
    expect(await accountOf(world.db, user.id, 1)).toBeNull();
    const [token] = await world.db
      .select()
      .from(jetonsRafraichissement)
      .where(eq(jetonsRafraichissement.utilisateurId, user.id));
    expect(token?.revoqueLe).toEqual(NOW);
    await updateUtilisateur(admin(), { id: user.id, actif: false });
    expect(await accountOf(world.db, user.id, 3)).toBeNull();
  });

  test("refuses to lower or disable the last active admin, and to leave a gestionnaire without agency", async () => {
    for (const change of [{ role: "auditeur" }, { actif: false }])
      await expect(updateUtilisateur(admin(), { id: boss, ...change })).rejects.toMatchObject({
        code: "lastAdmin",
      });
    await updateUtilisateur(admin(), { id: boss, nom: "Lovelace" });
    const user = await addUtilisateur(world.db, { agenceIds: [paris] });
    await expect(updateUtilisateur(admin(), { id: user.id, agence_ids: [] })).rejects.toMatchObject({
      details: { errors: [{ pointer: "/agence_ids" }] },
    });
    await expect(updateUtilisateur(admin(), { id: user.id, version: 9, nom: "X" })).rejects.toMatchObject({
      code: "preconditionFailed",
    });
  });

  test("two admins who lower each other at once: one is refused", async () => {
    const other = (await addUtilisateur(world.db, { role: "admin" })).id;
    const outcomes = await Promise.allSettled([
      updateUtilisateur(admin(boss), { id: other, role: "auditeur" }),
      updateUtilisateur(admin(other), { id: boss, role: "auditeur" }),
    ]);
    expect(outcomes.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    const refused = outcomes.find((one) => one.status === "rejected");
    expect(refused).toMatchObject({ reason: { code: "lastAdmin" } });
  });

  test("the database has the last word: whoever writes past the operation, one admin remains", async () => {
    const other = (await addUtilisateur(world.db, { role: "admin" })).id;
    const lower = (id: number) =>
      world.db.transaction(async (tx) => {
        await tx.update(utilisateurs).set({ role: "auditeur" }).where(eq(utilisateurs.id, id));
      });
    const outcomes = await Promise.allSettled([lower(boss), lower(other)]);
    expect(outcomes.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    const admins = and(eq(utilisateurs.role, "admin"), eq(utilisateurs.actif, true));
    expect(await world.db.select().from(utilisateurs).where(admins)).toHaveLength(1);
    const all = world.db.update(utilisateurs).set({ actif: false }).catch(refusalOf);
    expect(await all).toMatchObject({ code: "lastAdmin" });
    const gone = world.db.delete(utilisateurs).where(admins).catch(refusalOf);
    expect(await gone).toMatchObject({ code: "lastAdmin" });
  });
});
