import { readFileSync, writeFileSync } from "node:fs";
import { eq, getTableName, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { system } from "@/lib/foundation/context";
import { contextFor, type TestWorld, testWorld } from "@/lib/foundation/testing";
import { rotateKeys } from "@/lib/organisation/rotate-keys";
import { adresses, clients } from "../schema/clients";
import { addAgence, addClient, changeSealed } from "../testing-data";
import { Ciphertext } from "./columns";
import { guardSealed } from "./guard";
import { kekFile } from "./kek.testing";
import { destroyDeks, replaceDeks } from "./keys";
import { columnsOf, opened, toOpen } from "./open";
import { sealedTables } from "./registry";
import { sealChanges } from "./seal";
import { columnsShowing, tablesSealed } from "./words.testing";

let world: TestWorld;
let owner: postgres.Sql;
let agence: number;
let file: string;

beforeAll(async () => {
  file = kekFile();
  world = await testWorld();
  owner = postgres(world.url, { max: 1, onnotice: () => {} });
  agence = (await addAgence(world.db)).id;
});
afterAll(async () => {
  await owner.end();
  await world.close();
});

const person = (nom: string) => addClient(world.db, agence, { nom, notes: `Code 4711 de ${nom}` });
const read = async (id: number) =>
  (await opened(world.db, world.db.select(columnsOf(clients)).from(clients).where(eq(clients.id, id))))[0];

describe("what stands sealed", () => {
  test("is every column of the registry, and the database refuses any other value there", async () => {
    expect(tablesSealed.map(getTableName).sort()).toEqual(Object.keys(sealedTables).sort());
    for (const [table, { places }] of Object.entries(sealedTables))
      for (const column of Object.keys(places)) {
        const rows = await owner`select 1 from pg_constraint
          where conrelid = ${table}::regclass and conname = ${`${table}_${column}_scelle`} and convalidated`;
        expect(rows, `${table}.${column}`).toHaveLength(1);
      }
    const { client } = await person("Clairval");
    await expect(owner`update clients set nom = 'Clairval' where id = ${client.id}`).rejects.toMatchObject({
      constraint_name: "clients_nom_scelle",
    });
  });

  test("reads as it was written, whole and in any script, and never stands in a copy of the database", async () => {
    const nom = "Ḥmed-Œuvre مولود ⵣ";
    const { client, adresse } = await person(nom);
    expect(await read(client.id)).toMatchObject({ nom, notes: `Code 4711 de ${nom}`, naissance: null });
    const [place] = await opened(
      world.db,
      world.db.select(columnsOf(adresses)).from(adresses).where(eq(adresses.id, adresse.id)),
    );
    expect(place).toMatchObject({ latitude: 48.86, longitude: 2.38, complement: "" });
    expect(await columnsShowing(world.db, ["Œuvre", "4711", adresse.voie, client.email])).toEqual([]);
    expect(String(new Ciphertext("s1.x"))).toBe("[sealed]");
  });

  test("a value moved to another row, column or person, or altered by one letter, is refused", async () => {
    const [one, other] = [(await person("Premier")).client, (await person("Second")).client];
    const broken = { name: "SealBroken" };
    const swaps = [
      owner`update clients set nom = (select nom from clients where id = ${other.id}) where id = ${one.id}`,
      owner`update clients set nom = (select prenom from clients where id = ${one.id}) where id = ${one.id}`,
      owner`update clients set nom = left(nom, -2) || 'AA' where id = ${one.id}`,
      owner`update clients set nom = 's1.AAAA' where id = ${one.id}`,
    ];
    for (const swap of swaps) {
      await swap;
      await expect(read(one.id)).rejects.toMatchObject(broken);
      await changeSealed(world.db, clients, { id: one.id }, { nom: "Premier" });
      expect((await read(one.id))?.nom).toBe("Premier");
    }
  });

  test("a key of another person, altered or lost, opens nothing", async () => {
    const [one, other] = [(await person("Clef")).client, (await person("Serrure")).client];
    const keyOf = (id: number) => owner`select enveloppe from coffre.cles
      where sujet_type = 'client' and sujet_id = ${id} and finalite = 'soins'`;
    const [kept] = await keyOf(one.id);
    const put = (text: string) => owner`update coffre.cles set enveloppe = ${text}
      where sujet_type = 'client' and sujet_id = ${one.id} and finalite = 'soins'`;
    await changeSealed(world.db, clients, { id: one.id }, { notes: "autre texte" });
    const altered = kept?.enveloppe as string;
    for (const text of [
      (await keyOf(other.id))[0]?.enveloppe as string,
      `${altered.slice(0, -3)}AAA`,
      altered.replace(/^w1\.k1\.../, "w1.k1.AA"),
    ]) {
      await put(text);
      await expect(read(one.id)).rejects.toMatchObject({ name: "SealBroken" });
    }
    await owner`delete from coffre.cles where sujet_type = 'client' and sujet_id = ${one.id} and finalite = 'soins'`;
    await expect(read(one.id)).rejects.toMatchObject({ name: "SealBroken" });
    await owner`insert into coffre.cles (sujet_type, sujet_id, finalite, enveloppe)
      values ('client', ${one.id}, 'soins', ${altered})`;
    expect((await read(one.id))?.notes).toBe("autre texte");
  });

  test("what a destroyed key sealed reads as empty, and nothing more is written under it", async () => {
    const { client } = await person("Effacée");
    await changeSealed(world.db, clients, { id: client.id }, { notes: "jamais lue" });
    await destroyDeks(world.db, { type: "client", id: client.id }, ["soins"], new Date());
    expect(await read(client.id)).toMatchObject({ nom: "Effacée", notes: "" });
    await expect(
      sealChanges(world.db, clients, { id: client.id }, { notes: "encore" }),
    ).rejects.toMatchObject({ name: "SealBroken" });
  });

  test("what an older key sealed stays closed under the new one that took its place", async () => {
    const { client } = await person("Ancienne");
    await changeSealed(world.db, clients, { id: client.id }, { notes: "d’avant" });
    await replaceDeks(world.db, { type: "client", id: client.id }, ["soins"]);
    await expect(read(client.id)).rejects.toMatchObject({ name: "SealBroken" });
    await changeSealed(world.db, clients, { id: client.id }, { notes: "d’après" });
    expect((await read(client.id))?.notes).toBe("d’après");
  });

  test("64 writers at once give a new person one key", async () => {
    const { client } = await person("Foule");
    await destroyOnly(client.id);
    await Promise.all(
      Array.from({ length: 64 }, (_, index) =>
        changeSealed(world.db, clients, { id: client.id }, { notes: `écriture ${index}` }),
      ),
    );
    expect((await read(client.id))?.notes).toMatch(/^écriture \d+$/);
  });
});

/** As if the person had never had a key for this. */
async function destroyOnly(id: number): Promise<void> {
  await changeSealed(world.db, clients, { id }, { notes: "" });
  await owner`delete from coffre.cles where sujet_type = 'client' and sujet_id = ${id} and finalite = 'soins'`;
}

describe("what an earlier version wrote in clear", () => {
  test("is sealed when the product is brought up to date, found by its fingerprints, and the constraint put back", async () => {
    const { client } = await person("Claire");
    await owner`alter table clients drop constraint clients_nom_scelle, drop constraint clients_notes_scelle,
      drop constraint clients_prenom_scelle, drop constraint clients_email_scelle`;
    await owner`update clients set nom = 'Zénobie', prenom = 'Ada', email = 'zenobie@example.test', notes = 'digicode 1234', recherche = '{}' where id = ${client.id}`;
    await guardSealed(drizzle(owner));
    expect(await read(client.id)).toMatchObject({ nom: "Zénobie", notes: "digicode 1234" });
    const [row] = await owner`select nom, cardinality(recherche) as n from clients where id = ${client.id}`;
    expect(row?.nom).toMatch(/^s1\./);
    expect(row?.n).toBeGreaterThan(3);
    await expect(owner`update clients set nom = 'Zénobie' where id = ${client.id}`).rejects.toMatchObject({
      constraint_name: "clients_nom_scelle",
    });
  });
});

describe("coffre.rotate", () => {
  test("wraps every key anew while people read: no reading fails, no value changes, and it is in the log", async () => {
    const { client } = await person("Rotation");
    const before = await owner`select nom, notes from clients where id = ${client.id}`;
    let readings = 0;
    let done = false;
    const reading = (async () => {
      while (!done) {
        // Another value each time, so that nothing is answered from memory.
        await changeSealed(world.db, clients, { id: client.id }, { telephone: `06${readings}` });
        expect((await read(client.id))?.telephone).toBe(`06${readings}`);
        readings += 1;
      }
    })();
    const rotated = await rotateKeys(contextFor(world.db, system), {});
    done = true;
    await reading;
    expect(readings).toBeGreaterThan(20);
    expect(rotated).toMatchObject({ cle: "k2", oubliees: 0 });
    expect(rotated.reenveloppees).toBeGreaterThan(5);
    expect(await owner`select 1 from coffre.cles where enveloppe not like 'w1.k2.%'`).toHaveLength(0);
    expect(await owner`select nom, notes from clients where id = ${client.id}`).toEqual(before);
    const lines = await world.db.execute(
      sql`select canon from audit where action = 'coffre.rotate' and resultat = 'ok'`,
    );
    expect(lines).toHaveLength(1);
  });

  test("with the old keys forgotten, what is in the database still opens", async () => {
    const rotated = await rotateKeys(contextFor(world.db, system), { oublier: true });
    expect(rotated).toMatchObject({ cle: "k3", oubliees: 2 });
    const ring = JSON.parse(readFileSync(file, "utf8")) as { keys: object };
    expect(Object.keys(ring.keys)).toEqual(["k3"]);
    const rows = await opened(
      world.db,
      world.db
        .select({ nom: toOpen(clients.nom) })
        .from(clients)
        .where(eq(clients.agenceId, agence)),
    );
    expect(rows.some(({ nom }) => nom === "Rotation")).toBe(true);
    writeFileSync(file, JSON.stringify(ring), { mode: 0o600 });
  });
});
