import { beforeAll, expect, test } from "vitest";
import { utilisateurs } from "@/db/schema/organisation";
import { seedDemonstration } from "@/db/seed/seed-demonstration";
import { accountWith } from "@/db/testing-data";
import { dump, shownIn } from "@/db/vault/dump.testing";
import { columnsHolding } from "@/db/vault/words.testing";
import { createClient } from "@/lib/clients/create-client";
import { exportClients } from "@/lib/clients/export-clients";
import type { Context } from "@/lib/foundation/context";
import { actor, contextFor, type TestWorld, testWorld } from "@/lib/foundation/testing";
import { queueCourriel } from "@/lib/organisation/courriel/queue-courriel";
import { exportAudit } from "@/lib/oversight/export-audit";
import { cancelPrestation } from "@/lib/prestations/cancel-prestation";
import { createPrestation } from "@/lib/prestations/create-prestation";
import { createDemande } from "./create-demande";
import { decideDemande } from "./decide-demande";
import { eraseClient } from "./erase-client";

/** People who are erased; each of the first ten carries five canaries, words that stand nowhere else. */
const PEOPLE = 100;
const canariesOf = (n: number) => ({
  nom: `Quasiterne${n}z`,
  email: `quasiterne.${n}z@canari.test`,
  telephone: `+3363998${7000 + n}`,
  voie: `${n} impasse du Canarigris${n}z`,
  acces: `Digicode X${5500 + n}Z`,
});
const canaries = Array.from({ length: 10 }, (_, n) => Object.values(canariesOf(n))).flat();

let world: TestWorld;
let gestionnaire: (fields?: Partial<Context>) => Context;
const ids: number[] = [];

beforeAll(async () => {
  world = await testWorld();
  await seedDemonstration(world.url, {});
  const rows = await world.db
    .select({ id: utilisateurs.id })
    .from(utilisateurs)
    .where(accountWith("gestionnaire@dihya.test"));
  const who = actor("gestionnaire", { id: rows[0]?.id ?? 0, agenceIds: [1] });
  gestionnaire = (fields) => contextFor(world.db, who, { now: new Date(), ...fields });
  for (let n = 0; n < PEOPLE; n += 1) ids.push(await plant(n));
}, 120_000);

/** A client with a visit that is cancelled, a mail, and an idempotent answer that spoke of them. */
async function plant(n: number): Promise<number> {
  const { nom, email, telephone, voie, acces } = canariesOf(n);
  const adresse = { voie, acces, code_postal: "75011", commune: "Paris" };
  const body = { nom, prenom: "Canari", email, telephone, notes: `${nom} : ${acces}`, adresses: [adresse] };
  const idempotence = { cle: `canari-${n}`, empreinte: "0".repeat(64) };
  const { id } = await createClient(gestionnaire({ idempotence }), body);
  if (n >= 10) return id;
  const day = new Date(Date.now() + (30 + n) * 86_400_000).toISOString().slice(0, 10);
  const visit = await createPrestation(gestionnaire(), {
    client_id: id,
    type: "menage",
    date: `${day}T10:00:00`,
    duree: 2,
    instructions: `Sonner chez ${nom}, ${acces}`,
  });
  await cancelPrestation(gestionnaire(), { id: visit.id, motif: `${nom} est absente` });
  await world.db.transaction((tx) =>
    queueCourriel(tx, gestionnaire(), {
      to: email,
      langue: "fr",
      gabarit: "reset",
      params: { prenom: nom, jeton: "x", page: "/mot-de-passe/nouveau" },
    }),
  );
  return id;
}

test("50 planted names, addresses, phones and codes are in use, and in no copy of the demonstration's database", async () => {
  const listed = await exportClients(gestionnaire(), { q: "canari", limit: 200 });
  expect(JSON.stringify(listed)).toContain(canariesOf(3).telephone);
  expect((await columnsHolding(world.db, canaries)).length).toBeGreaterThan(8);
  const shown = await shownIn(dump(world.db), canaries);
  expect([...shown.values()]).toEqual([]);
  expect(canaries).toHaveLength(50);
}, 120_000);

test(`${PEOPLE} people erased while others are served leave none of 50 canaries in dump, log, exports or what is sent`, async () => {
  for (const client_id of ids) {
    const { id } = await createDemande(gestionnaire(), { type: "effacement", client_id });
    await decideDemande(gestionnaire(), { id, decision: "acceptee" });
  }
  let served = 0;
  let over = false;
  const load = Array.from({ length: 4 }, async (_, lane) => {
    while (!over) {
      const nom = `Passant ${lane} ${served}`;
      await createClient(gestionnaire(), { nom, prenom: "Ilyès", adresses: [] });
      await exportClients(gestionnaire(), { q: `passant`, limit: 200 });
      served += 1;
    }
  });
  const queue = [...ids];
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      for (let id = queue.pop(); id !== undefined; id = queue.pop())
        await eraseClient(gestionnaire(), { id, confirmation: `EFFACER-${id}` });
    }),
  );
  over = true;
  await Promise.all(load);
  const shown = await shownIn(dump(world.db), canaries);
  const held = await columnsHolding(world.db, canaries);
  const auditeur = contextFor(world.db, actor("auditeur", { id: 5 }), { now: new Date() });
  const out = JSON.stringify([
    await exportAudit(auditeur, { format: "json" }),
    await exportClients(gestionnaire(), { limit: 200 }),
  ]);
  const leaked = canaries.filter((word) => out.includes(word));
  console.log(
    `erasure: ${ids.length} people, ${served} requests beside, ${shown.size} of ${canaries.length} canaries in the dump, ` +
      `${held.length} columns that open to one, ${leaked.length} in exports`,
  );
  expect([...shown.values(), ...held, ...leaked]).toEqual([]);
  expect(served).toBeGreaterThan(10);
}, 240_000);
