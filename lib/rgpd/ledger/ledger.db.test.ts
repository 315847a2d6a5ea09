import { appendFileSync, mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openDatabase } from "@/db/client";
import { clients } from "@/db/schema/clients";
import { intervenants } from "@/db/schema/intervenants";
import { effacements } from "@/db/schema/rgpd";
import { audit } from "@/db/schema/suivi";
import { addClient, addIntervenant, changeSealed } from "@/db/testing-data";
import { columnsOf, opened, type Plain } from "@/db/vault/open";
import { system } from "@/lib/foundation/context";
import { actor, contextFor, NOW } from "@/lib/foundation/testing";
import { jobsOf, type VisitWorld, visitWorld } from "@/lib/prestations/testing";
import { applyConservation } from "../conservation/apply-conservation";
import { createDemande } from "../create-demande";
import { decideDemande } from "../decide-demande";
import { eraseClient } from "../erase-client";
import { listEffacements } from "./list-effacements";
import { replayErasures } from "./replay-erasures";
import { writeEffacements } from "./write-effacements";

let w: VisitWorld;
let path: string;
const before = process.env.DIHYA_HOME;
beforeAll(async () => {
  w = await visitWorld();
});
beforeEach(async () => {
  const home = mkdtempSync(join(tmpdir(), "dihya-ledger-"));
  process.env.DIHYA_HOME = home;
  path = join(home, "effacements.ndjson");
});
afterAll(() => {
  if (before === undefined) delete process.env.DIHYA_HOME;
  else process.env.DIHYA_HOME = before;
});

const ctx = () => contextFor(w.db, system);
const lines = () => readFileSync(path, "utf8").split("\n").filter(Boolean);
const clientNow = async (id: number) =>
  (await opened(w.db, w.db.select(columnsOf(clients)).from(clients).where(eq(clients.id, id))))[0];

/** A client erased at their own request. */
async function erased() {
  const { client } = await addClient(w.db, w.agence.id, { nom: "Zéphyrine", prenom: "Aglaé" });
  const { id } = await createDemande(w.staffCtx(), { type: "effacement", client_id: client.id });
  await decideDemande(w.staffCtx(), { id, decision: "acceptee" });
  await eraseClient(w.staffCtx(), { id: client.id, confirmation: `EFFACER-${client.id}` });
  return { client, demandeId: id };
}

/** The application itself can remove no line of the ledger: what a restore does, the owner of the tables does. */
async function forgetLedger(): Promise<void> {
  const owner = openDatabase(w.world.url, { max: 1, role: "none" });
  await owner.db.delete(effacements);
  await owner.close();
}

/** The client as an older backup knows them, with a ledger in the database that knows nothing. */
async function restore(client: Plain<typeof clients>): Promise<void> {
  const { id, ...values } = client;
  await changeSealed(w.db, clients, { id }, values);
  await forgetLedger();
}

test("an erasure is told to the file outside, once, by number and date, readable by its owner only", async () => {
  const { client, demandeId } = await erased();
  expect((await jobsOf(w.db, "effacement.write")).length).toBeGreaterThan(0);
  await writeEffacements(ctx(), {});
  expect(await writeEffacements(ctx(), {})).toEqual({ ecrits: 0 });
  const mine = lines()
    .map((text) => JSON.parse(text))
    .filter(({ id }) => id === client.id);
  expect(mine).toMatchObject([{ v: 1, sujet: "client", motif: "demande", demande_id: demandeId }]);
  expect(readFileSync(path, "utf8")).not.toMatch(/Zéphyrine|Aglaé/);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test("a restored backup forgets again whom the file knows, and says so in the log", async () => {
  const { client } = await erased();
  await writeEffacements(ctx(), {});
  await restore(client);
  expect((await clientNow(client.id))?.nom).toBe("Zéphyrine");
  const done = await replayErasures(ctx(), {});
  expect(done.rejoues).toBe(1);
  expect(await clientNow(client.id)).toMatchObject({ prenom: "", email: "" });
  expect((await clientNow(client.id))?.effaceLe).not.toBeNull();
  const said = await w.db
    .select()
    .from(audit)
    .where(eq(audit.flux, `client:${client.id}`));
  expect(said.at(-1)).toMatchObject({ action: "rgpd.replayErasures" });
  expect(await replayErasures(ctx(), {})).toMatchObject({ rejoues: 0, inscrits: 0 });
  expect(await writeEffacements(ctx(), {})).toEqual({ ecrits: 0 });
});

test("somebody else who was given the number since is left alone", async () => {
  const { client } = await erased();
  await writeEffacements(ctx(), {});
  await restore({ ...client, creeLe: new Date(client.creeLe.getTime() + 5_000), nom: "Nouvelle" });
  expect(await replayErasures(ctx(), {})).toMatchObject({ rejoues: 0 });
  expect((await clientNow(client.id))?.nom).toBe("Nouvelle");
  expect(await replayErasures(ctx(), {})).toMatchObject({ inscrits: 0 });
});

test("an intervenant whose time was over is forgotten again too", async () => {
  const old = new Date(NOW.getTime() - 900 * 86_400_000);
  const row = await addIntervenant(w.db, w.agence.id, [], { actif: false, creeLe: old, nom: "Candidate" });
  await applyConservation(ctx(), { regle: "candidats" });
  await writeEffacements(ctx(), {});
  const { id, ...values } = row;
  await changeSealed(w.db, intervenants, { id }, values);
  await forgetLedger();
  expect((await replayErasures(ctx(), {})).rejoues).toBe(1);
  const query = w.db.select(columnsOf(intervenants)).from(intervenants);
  const [now] = await opened(w.db, query.where(eq(intervenants.id, id)));
  expect(now?.nom).toMatch(/^intervenant-/);
});

test("a line that was cut off while it was written is written again; any other unreadable line stops everything", async () => {
  const { client } = await erased();
  await writeEffacements(ctx(), {});
  const whole = readFileSync(path, "utf8");
  writeFileSync(path, whole.slice(0, -20));
  expect((await writeEffacements(ctx(), {})).ecrits).toBe(1);
  expect(lines().map((text) => JSON.parse(text).id)).toContain(client.id);
  expect(readFileSync(path, "utf8")).toBe(whole);
  appendFileSync(path, '{"v":1,"uid":"x"}\n');
  await expect(replayErasures(ctx(), {})).rejects.toThrow(/cannot be read/);
});

test("the ledger is read by an admin and an auditeur; the application cannot rewrite it", async () => {
  await erased();
  const read = (role: "admin" | "auditeur" | "gestionnaire") =>
    listEffacements(contextFor(w.db, actor(role)), { limit: 5 });
  expect((await read("auditeur")).results.length).toBeGreaterThan(0);
  await expect(read("gestionnaire")).rejects.toMatchObject({ code: "forbidden" });
  await expect(w.db.delete(effacements)).rejects.toThrow();
  await expect(w.db.update(effacements).set({ sujetId: 1 })).rejects.toThrow();
});
