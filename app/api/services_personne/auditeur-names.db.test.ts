import { ne } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { adresses, clients } from "@/db/schema/clients";
import { paiements } from "@/db/schema/factures";
import { absences, intervenants } from "@/db/schema/intervenants";
import { utilisateurs } from "@/db/schema/organisation";
import { prestations, reservations } from "@/db/schema/prestations";
import { demandesRgpd } from "@/db/schema/rgpd";
import { avis } from "@/db/schema/suivi";
import { addSealed, changeSealed } from "@/db/testing-data";
import { kekFile } from "@/db/vault/kek.testing";
import { type TestWorld, testWorld } from "@/lib/foundation/testing";
import { signAccessToken } from "@/lib/foundation/tokens";
import {
  absence,
  booking,
  issued,
  type MatrixWorld,
  matrixWorld,
  paid,
  quote,
  review,
  rightsRequest,
  visit,
} from "@/lib/oversight/policy-matrix-world.testing";
import { api } from "./application";
import { type Document, type Endpoint, endpointsOf } from "./fuzz/document.testing";
import { granted, sentAs } from "./fuzz/granted.testing";
import type { Sent } from "./fuzz/requests.testing";
import { stopPlugins } from "./posts.testing";

/** Stands in every name, address and free text that is planted; the telephone number has it in its own way. */
const MARK = "zzplant";
const PHONE = "0799887766";
const shows = (text: string) => text.toLowerCase().includes(MARK) || text.includes(PHONE);

let test_: TestWorld;
let world: MatrixWorld;
let endpoints: Endpoint[];
const tokens = new Map<string, string>();

beforeAll(async () => {
  kekFile();
  test_ = await testWorld();
  world = await matrixWorld(test_.db);
  for (const who of Object.values(world.objects)) {
    for (const make of [visit, booking, absence, review]) await make(world, who);
    await rightsRequest(world, who, "client", "recue");
  }
  await plantPeople();
  await plantTexts();
  // Frozen documents: they hold the planted names.
  for (const who of Object.values(world.objects)) {
    const { id } = await issued(world, who);
    const reference = `${MARK} chèque`;
    await addSealed(test_.db, paiements, {
      factureId: id,
      montant: 100,
      mode: "cheque",
      date: "2026-03-01",
      reference,
    });
    await quote(world, who);
    await paid(world, who);
  }
  const document = (await (await api.request("/api/services_personne/openapi.json")).json()) as Document;
  endpoints = endpointsOf(document).filter(({ described }) => described["x-operation"]);
  for (const role of ["auditeur", "admin"] as const)
    tokens.set(role, await signAccessToken(world.actors[role].id as number, 1, new Date()));
}, 120_000);
afterAll(() => {
  stopPlugins();
  return test_.close();
});

async function plantPeople(): Promise<void> {
  const { db } = test_;
  const identity = (id: number, kind: string) => ({
    nom: `${MARK}nom${kind}${id}`,
    prenom: `${MARK}prenom${kind}${id}`,
    email: `${MARK}${kind}${id}@example.test`,
  });
  for (const { id } of await db.select({ id: clients.id }).from(clients)) {
    const texts = { telephone: PHONE, notes: `${MARK} notes` };
    await changeSealed(db, clients, { id }, { ...identity(id, "c"), ...texts });
  }
  for (const { id } of await db.select({ id: intervenants.id }).from(intervenants))
    await changeSealed(db, intervenants, { id }, { ...identity(id, "i"), telephone: PHONE });
  const others = ne(utilisateurs.id, world.actors.auditeur.id as number);
  for (const { id } of await db.select({ id: utilisateurs.id }).from(utilisateurs).where(others))
    await changeSealed(db, utilisateurs, { id }, identity(id, "u"));
  for (const row of await db.select({ id: adresses.id }).from(adresses))
    await changeSealed(db, adresses, row, { voie: `1 rue ${MARK}`, acces: `code ${MARK}` });
}

async function plantTexts(): Promise<void> {
  const { db } = test_;
  const text = `${MARK} texte`;
  for (const row of await db.select({ id: prestations.id }).from(prestations))
    await changeSealed(db, prestations, row, { instructions: text, noteIntervenant: text });
  for (const row of await db.select({ id: reservations.id }).from(reservations))
    await changeSealed(db, reservations, row, { message: text, motif: text });
  for (const row of await db.select({ id: absences.id }).from(absences))
    await changeSealed(db, absences, row, { motif: text });
  for (const row of await db.select({ id: demandesRgpd.id }).from(demandesRgpd))
    await changeSealed(db, demandesRgpd, row, { message: text });
  for (const row of await db.select({ id: avis.id }).from(avis))
    await changeSealed(db, avis, row, { commentaire: text });
}

/** A request that is granted to somebody, and what a curious person makes of it: other forms, searches and orders by name. */
async function asked(endpoint: Endpoint): Promise<Sent[]> {
  const one = await granted(endpoint, world);
  const { described, verb } = endpoint;
  const forms = Object.keys(described.responses[200]?.content ?? {});
  const known = new Set((described.parameters ?? []).map(({ name }) => name));
  const guesses = [
    { q: `${MARK}nom` },
    { q: PHONE },
    { q: `${MARK}c1@example.test` },
    { ordering: "nom" },
    { ordering: "-nom" },
  ].filter((guess) => Object.keys(guess).every((name) => known.has(name)));
  if (verb !== "get") return [sentAs(one)];
  return [
    ...["application/json", ...forms].map((accept) => sentAs({ ...one, headers: { accept } })),
    ...guesses.map((guess) => sentAs({ ...one, fields: { ...one.fields, ...guess } })),
    // What is not there: the sentence of a refusal.
    sentAs({ ...one, address: `${one.address}/zz` }),
  ];
}

async function answerTo(role: string, { url, method, headers, body }: Sent): Promise<string> {
  const authorization = `Bearer ${tokens.get(role)}`;
  const answer = await api.request(url, { method, headers: { ...headers, authorization }, body });
  // A stream of events has no end to wait for.
  if (answer.headers.get("content-type")?.startsWith("text/event-stream")) return "";
  return `${JSON.stringify([...answer.headers])}${await answer.text()}`;
}

/** `where?query` of every answer in which something planted can be read. */
async function found(role: string, chosen: readonly Endpoint[]): Promise<string[]> {
  const seen = new Set<string>();
  for (const endpoint of chosen)
    for (const sent of await asked(endpoint))
      if (shows(await answerTo(role, sent))) seen.add(`${endpoint.verb} ${endpoint.path}`);
  return [...seen];
}

const reading = () => endpoints.filter(({ verb }) => verb === "get");

test("no answer to an auditeur shows a name, a contact, an address or a free text, whatever they ask for and in what form", async () => {
  expect(await found("auditeur", reading())).toEqual([]);
  // The log now tells of all these readings: its endpoints once more.
  expect(
    await found(
      "auditeur",
      reading().filter(({ path }) => path.includes("/audit/")),
    ),
  ).toEqual([]);
}, 300_000);

test("nor does the refusal of anything that they may not do", async () => {
  const writing = endpoints.filter(({ verb }) => verb !== "get");
  expect(await found("auditeur", writing)).toEqual([]);
}, 300_000);

test("what was planted can be seen by whoever may", async () => {
  const open = await found("admin", reading());
  for (const path of ["clients", "intervenants", "prestations", "factures", "reservations", "utilisateurs"])
    expect(open).toContain(`get /api/services_personne/${path}/`);
}, 300_000);

test("a search or an order by name tells an auditeur nothing: the same rows come, in the same order", async () => {
  for (const path of [
    "clients",
    "intervenants",
    "factures",
    "devis",
    "prestations",
    "reservations",
    "series",
  ]) {
    const list = async (query: string) => {
      const url = `http://dihya.test/api/services_personne/${path}/${query}`;
      const headers = { authorization: `Bearer ${tokens.get("auditeur")}` };
      const answer = await api.request(url, { headers });
      const body = (await answer.json()) as { results?: { id: number }[] };
      return body.results?.map(({ id }) => id) ?? answer.status;
    };
    const all = await list("");
    for (const guess of [`${MARK}nom`, PHONE])
      expect([path, all, 422]).toContainEqual(await list(`?q=${guess}`));
  }
});
