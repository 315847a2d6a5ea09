import { desc } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { audit } from "@/db/schema/suivi";
import { addAgence, addClient } from "@/db/testing-data";
import { actor, contextFor, type TestWorld, testWorld } from "@/lib/foundation/testing";
import { createClient } from "./create-client";
import { listClients } from "./list-clients";
import { readClient } from "./read-client";
import { updateClient } from "./update-client";

let world: TestWorld;
let paris: number;
let lyon: number;
const body = {
  nom: "Bénaïssa",
  prenom: "Zohra",
  telephone: "+33 6 39 98 12 34",
  email: "Zohra@Example.org",
  adresses: [{ voie: "3 rue Oberkampf", code_postal: "75011", commune: "Paris" }],
};

beforeAll(async () => {
  world = await testWorld();
  paris = (await addAgence(world.db)).id;
  lyon = (await addAgence(world.db)).id;
});

const manager = () => contextFor(world.db, actor("gestionnaire", { agenceIds: [paris] }));
const lastLine = async () => (await world.db.select().from(audit).orderBy(desc(audit.id)).limit(1))[0];

describe("client.create", () => {
  test("opens the file, makes the first address the main one and writes the log", async () => {
    const client = await createClient(manager(), body);
    expect(client).toMatchObject({
      agence_id: paris,
      nom: "Bénaïssa",
      email: "zohra@example.org",
      version: 1,
    });
    expect(client.adresses).toMatchObject([{ commune: "Paris", principale: true }]);
    const line = await lastLine();
    expect(line).toMatchObject({
      action: "client.create",
      objetType: "client",
      objetId: String(client.id),
      resultat: "ok",
    });
    expect(line?.canon).not.toContain("Zohra");
  });

  test("refuses another agency, a bad e-mail and an unknown field, and writes nothing", async () => {
    const before = (await listClients(manager(), { count: true })).count;
    await expect(createClient(manager(), { ...body, agence_id: lyon })).rejects.toMatchObject({
      code: "validation",
    });
    await expect(createClient(manager(), { ...body, email: "nope" })).rejects.toMatchObject({
      details: { errors: [{ pointer: "/email" }] },
    });
    await expect(createClient(manager(), { ...body, role: "admin" })).rejects.toMatchObject({
      details: { errors: [{ pointer: "/role", code: "unknownField" }] },
    });
    expect((await listClients(manager(), { count: true })).count).toBe(before);
  });

  test("is refused to a client, and the refusal is logged", async () => {
    await expect(
      createClient(contextFor(world.db, actor("client", { id: 1, clientId: 1 })), body),
    ).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await lastLine()).toMatchObject({ action: "client.create", resultat: "refused" });
  });
});

describe("client.list", () => {
  test("finds by accentless name, part of the e-mail, and national phone digits", async () => {
    for (const q of ["benaissa", "zohra@ex", "06 39 98", "zohra bena"]) {
      const page = await listClients(manager(), { q });
      expect(
        page.results.map((one) => one.prenom),
        q,
      ).toContain("Zohra");
    }
  });

  test("pages forward and back without gap or repeat", async () => {
    for (let i = 0; i < 5; i++) await addClient(world.db, paris);
    const all = (await listClients(manager(), { limit: 200 })).results.map((one) => one.id);
    const first = await listClients(manager(), { limit: 3 });
    const second = await listClients(manager(), { limit: 3, cursor: first.next ?? "" });
    expect([...first.results, ...second.results].map((one) => one.id)).toEqual(all.slice(0, 6));
    const back = await listClients(manager(), { limit: 3, cursor: second.previous ?? "" });
    expect(back.results).toEqual(first.results);
    expect(back.previous).toBeNull();
  });
});

describe("client.read", () => {
  test("is logged for staff, and not found for another agency", async () => {
    const { client } = await addClient(world.db, lyon);
    await expect(readClient(manager(), { id: client.id })).rejects.toMatchObject({ code: "notFound" });
    const own = await addClient(world.db, paris);
    await readClient(manager(), { id: own.client.id });
    expect(await lastLine()).toMatchObject({
      action: "client.read",
      objetId: String(own.client.id),
      resultat: "ok",
    });
  });

  test("shows an auditeur a pseudonym and nothing else of the person", async () => {
    const { client, adresse } = await addClient(world.db, paris);
    const seen = JSON.stringify(await readClient(contextFor(world.db, actor("auditeur")), { id: client.id }));
    expect(seen).toMatch(/client-[0-9a-f]{6}/);
    for (const secret of [client.nom, client.prenom, client.email, adresse.voie])
      expect(seen).not.toContain(secret);
  });

  test("an auditeur's list cannot be searched, ordered or paged by name", async () => {
    const auditeur = contextFor(world.db, actor("auditeur"));
    const { client } = await addClient(world.db, paris, { nom: "Zyeuter" });
    await addClient(world.db, paris);
    const all = await listClients(auditeur, { count: true });
    expect((await listClients(auditeur, { q: "zyeuter", count: true })).count).toBe(all.count);
    const page = await listClients(auditeur, { ordering: "-nom", limit: 1 });
    expect(page.results[0]?.id).toBeGreaterThan(client.id);
    const cursor = Buffer.from(page.next ?? "", "base64url").toString();
    expect(cursor).toMatch(/^\{"k":\[\d+\],"d":"next"\}$/);
  });
});

describe("client.update", () => {
  test("refuses a stale version and lets the client change the phone but not the name", async () => {
    const { client } = await addClient(world.db, paris);
    const self = contextFor(world.db, actor("client", { clientId: client.id, agenceIds: [paris] }));
    const after = await updateClient(self, { id: client.id, telephone: "0139980000" });
    expect(after).toMatchObject({ telephone: "0139980000", version: 2 });
    await expect(updateClient(self, { id: client.id, nom: "Autre" })).rejects.toMatchObject({
      code: "validation",
    });
    await expect(updateClient(manager(), { id: client.id, version: 1, nom: "Autre" })).rejects.toMatchObject({
      code: "preconditionFailed",
    });
  });
});
