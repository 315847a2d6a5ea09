import { asc, desc, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDatabase } from "@/db/client";
import { factures } from "@/db/schema/factures";
import { prestations } from "@/db/schema/prestations";
import { audit } from "@/db/schema/suivi";
import { addActivite, addAgence, addClient, addPrestation } from "@/db/testing-data";
import { columnsOf, opened } from "@/db/vault/open";
import { system } from "@/lib/foundation/context";
import { actor, contextFor, type TestWorld, testWorld } from "@/lib/foundation/testing";
import { createPaiement } from "./create-paiement";
import { deleteFacture } from "./delete-facture";
import { exportFactures } from "./export-factures";
import { chainHash } from "./facture";
import { issueFacture } from "./issue-facture";
import { listFactures } from "./list-factures";
import { prepareFacture } from "./prepare-facture";
import { previewFactures } from "./preview-factures";
import { readFacture } from "./read-facture";
import { renderStoredFacture } from "./render-facture";

let world: TestWorld;
let agenceId: number;
let autre: number;
let assistance: number;
let menage: number;

beforeAll(async () => {
  world = await testWorld();
  const { db } = world;
  agenceId = (await addAgence(db, { serieFacture: "P" })).id;
  autre = (await addAgence(db)).id;
  assistance = (await addActivite(db, agenceId, {}, { prixHoraireTtc: 2954, tauxTvaBp: 550, minimumMin: 30 }))
    .id;
  menage = (await addActivite(db, agenceId, {}, { minimumMin: 30 })).id;
});
afterAll(() => world.close());

const manager = (fields = {}) =>
  contextFor(world.db, actor("gestionnaire", { agenceIds: [agenceId], id: null }), fields);
const day = (n: number) => new Date(Date.UTC(2026, 1, n, 9));

/** A client with validated visits of February 2026; minutes and hourly price as given. */
async function billed(visits: { minutes: number; hourly?: number; rate?: number; activiteId?: number }[]) {
  const { client, adresse } = await addClient(world.db, agenceId);
  for (const [index, { minutes, hourly = 3190, rate = 1000, activiteId = menage }] of visits.entries()) {
    const debut = day(index + 2);
    const place = { agenceId, clientId: client.id, adresseId: adresse.id, activiteId };
    const price = {
      prixHoraireTtc: hourly,
      tauxTvaBp: rate,
      minimumMin: 30,
      prixTtc: Math.round((hourly * minutes) / 60),
    };
    const time = { debut, fin: new Date(debut.getTime() + minutes * 60_000), dureeFactureeMin: minutes };
    await addPrestation(world.db, place, { ...price, ...time, statut: "validee" });
  }
  return client;
}
const draftFor = async (visits: Parameters<typeof billed>[0] = [{ minutes: 120 }]) => {
  const client = await billed(visits);
  return { client, draft: await prepareFacture(manager(), { client_id: client.id, periode: "2026-02" }) };
};
const waiting = sql`select a.action, a.flux from audit a
  where a.action = 'facture.issue' and not exists (select 1 from audit_scelles s where s.entree_id = a.id)`;
const lastLine = async () => (await world.db.select().from(audit).orderBy(desc(audit.id)).limit(1))[0];
const jobs = async (name: string) =>
  (await world.db.execute(sql`select data from pgboss.job where name = ${name}`)).length;

describe("facture.prepare", () => {
  test("gives the worked example of the law sheet to the cent", async () => {
    const { draft } = await draftFor([
      { minutes: 750, hourly: 2954, rate: 550, activiteId: assistance },
      { minutes: 150, hourly: 3693, rate: 550, activiteId: assistance },
      { minutes: 330, hourly: 3190, rate: 1000 },
    ]);
    expect(draft).toMatchObject({
      total_ht: "597.02",
      total_tva: "40.01",
      total_ttc: "637.03",
      numero: null,
      statut: "brouillon",
    });
    expect(draft.lignes.map((one) => [one.montant_ht, one.montant_tva, one.montant_ttc])).toEqual([
      ["350.00", "19.25", "369.25"],
      ["87.52", "4.81", "92.33"],
      ["159.50", "15.95", "175.45"],
    ]);
    expect(await lastLine()).toMatchObject({ action: "facture.prepare", objetId: String(draft.id) });
  });

  test("made again, replaces the same draft; nothing to bill is refused", async () => {
    const { client, draft } = await draftFor();
    const again = await prepareFacture(manager(), { client_id: client.id, periode: "2026-02" });
    expect(again.id).toBe(draft.id);
    expect(again.lignes).toHaveLength(1);
    await expect(
      prepareFacture(manager(), { client_id: client.id, periode: "2026-01" }),
    ).rejects.toMatchObject({
      code: "nothingToInvoice",
    });
  });

  test("is refused for another agency's client as for an unknown one", async () => {
    const { client } = await addClient(world.db, autre);
    for (const client_id of [client.id, 999_999]) {
      await expect(prepareFacture(manager(), { client_id, periode: "2026-02" })).rejects.toMatchObject({
        code: "clientUnknown",
      });
    }
  });

  test("the month's preview counts what is billable and what waits for validation", async () => {
    const client = await billed([{ minutes: 90 }]);
    const { clients } = await previewFactures(manager(), { periode: "2026-02" });
    expect(clients.find((one) => one.client_id === client.id)).toMatchObject({
      prestations: 1,
      heures: 1.5,
      total_ttc: "47.85",
    });
  });
});

describe("facture.issue", () => {
  test("numbers, freezes, marks the visits, writes jobs and log in one go", async () => {
    const { draft } = await draftFor();
    const before = await jobs("facture.render");
    const issued = await issueFacture(manager(), { id: draft.id });
    expect(issued).toMatchObject({ statut: "emise", date_emission: "2026-03-10", echeance: "2026-04-09" });
    expect(issued.numero).toMatch(/^P2026-\d{6}$/);
    expect(await jobs("facture.render")).toBe(before + 1);
    // Its entries are under a signed checkpoint before the answer leaves.
    expect(await world.db.execute(waiting)).toEqual([]);
    const { id: visitId, statut } = prestations;
    const mine = eq(visitId, draft.lignes[0]?.prestation_id ?? 0);
    const [visit] = await world.db.select({ statut }).from(prestations).where(mine);
    expect(visit?.statut).toBe("facturee");
    await expect(issueFacture(manager(), { id: draft.id })).rejects.toMatchObject({ code: "alreadyIssued" });
  });

  test("64 issues at once: no gap, no duplicate, dates that never go back, an unbroken chain", async () => {
    const drafts = [];
    for (let i = 0; i < 64; i++) drafts.push((await draftFor()).draft.id);
    const pool = openDatabase(world.url, { max: 20 });
    const ctx = { ...manager(), db: pool.db };
    const results = await Promise.allSettled(drafts.map((id) => issueFacture(ctx, { id })));
    await pool.close();
    expect(results.filter((one) => one.status === "rejected")).toEqual([]);
    const query = world.db.select(columnsOf(factures)).from(factures).where(eq(factures.serie, "P"));
    const rows = await opened(world.db, query.orderBy(asc(factures.sequence)));
    expect(rows.map((row) => row.sequence)).toEqual(rows.map((_, index) => index + 1));
    let head = "0".repeat(64);
    for (const row of rows) {
      head = chainHash(head, row.instantane);
      expect(row.empreinte, row.numero ?? "").toBe(head);
    }
  });

  test("a failed issue leaves no hole in the numbers", async () => {
    const { draft } = await draftFor();
    await world.db.execute(
      sql`update facture_lignes set prestation_id = null where facture_id = ${draft.id}`,
    );
    await expect(issueFacture(manager(), { id: draft.id })).rejects.toThrow();
    const next = await issueFacture(manager(), { id: (await draftFor()).draft.id });
    const rows = await world.db
      .select({ n: factures.sequence })
      .from(factures)
      .where(eq(factures.serie, "P"));
    expect(Number(next.numero?.slice(-6))).toBe(rows.filter((row) => row.n !== null).length);
  });
});

describe("an issued invoice", () => {
  test("cannot be changed or deleted, by the database's own rule", async () => {
    const { draft } = await draftFor();
    await issueFacture(manager(), { id: draft.id });
    const other = (await draftFor()).draft;
    for (const statement of [
      sql`update factures set total_ttc = 1, total_ht = 1, total_tva = 0 where id = ${draft.id}`,
      sql`update factures set instantane = '{}' where id = ${draft.id}`,
      sql`update factures set statut = 'brouillon' where id = ${draft.id}`,
      sql`delete from factures where id = ${draft.id}`,
      sql`update facture_lignes set montant_ttc = 1 where facture_id = ${draft.id}`,
      sql`delete from facture_lignes where facture_id = ${draft.id}`,
      sql`update facture_lignes set facture_id = ${draft.id}, rang = 9 where facture_id = ${other.id}`,
    ]) {
      await expect(world.db.execute(statement)).rejects.toMatchObject({
        cause: { constraint_name: "facture_figee" },
      });
    }
    await expect(deleteFacture(manager(), { id: draft.id })).rejects.toMatchObject({ code: "invoiceFrozen" });
  });

  test("is rendered once to a PDF that never changes, and each download is logged", async () => {
    const { client, draft } = await draftFor();
    await issueFacture(manager(), { id: draft.id });
    const ctx = contextFor(world.db, system);
    const first = await renderStoredFacture(ctx, { facture_id: draft.id });
    expect(await renderStoredFacture(ctx, { facture_id: draft.id })).toBe(first);
    const self = contextFor(world.db, actor("client", { clientId: client.id, id: null }));
    const { bytes, name } = await exportFactures(self, { id: draft.id });
    expect(new TextDecoder().decode(bytes.slice(0, 5))).toBe("%PDF-");
    expect(name).toMatch(/^P2026-\d{6}\.pdf$/);
    expect(await lastLine()).toMatchObject({
      action: "facture.export",
      objetId: String(draft.id),
      role: "client",
    });
    await expect(
      world.db.execute(sql`update fichiers set contenu = '' where id = ${first}`),
    ).rejects.toThrow();
  });

  test("one that is not made yet is made without a second connection inside the first", async () => {
    const { draft } = await draftFor();
    await issueFacture(manager(), { id: draft.id });
    const narrow = openDatabase(world.url, { max: 1 });
    const { name } = await exportFactures({ ...manager(), db: narrow.db }, { id: draft.id });
    await narrow.close();
    expect(name).toMatch(/\.pdf$/);
  });

  test("an auditeur cannot find out by a search whose invoice it is", async () => {
    await draftFor();
    const auditeur = contextFor(world.db, actor("auditeur"));
    const all = await listFactures(auditeur, { count: true });
    expect((await listFactures(auditeur, { q: "personne de ce nom", count: true })).count).toBe(all.count);
  });

  test("all of a client's come as one PDF; none is a refusal", async () => {
    const client = await billed([{ minutes: 60 }]);
    const ctx = manager();
    await expect(exportFactures(ctx, { client_id: client.id })).rejects.toMatchObject({ code: "noInvoices" });
    const draft = await prepareFacture(ctx, { client_id: client.id, periode: "2026-02" });
    await issueFacture(ctx, { id: draft.id });
    expect((await exportFactures(ctx, { client_id: client.id })).factures).toHaveLength(1);
  });
});

describe("paiement.create", () => {
  test("pays in parts, never more than what remains", async () => {
    const { draft } = await draftFor();
    await expect(
      createPaiement(manager(), { id: draft.id, montant: "10", mode: "virement" }),
    ).rejects.toMatchObject({
      code: "invalidTransition",
    });
    await issueFacture(manager(), { id: draft.id });
    await createPaiement(manager(), { id: draft.id, montant: "20,50", mode: "cheque", reference: "8812" });
    expect(await readFacture(manager(), { id: draft.id })).toMatchObject({
      statut: "partiellement_payee",
      reste_a_payer: "43.30",
    });
    await expect(
      createPaiement(manager(), { id: draft.id, montant: "43.31", mode: "carte" }),
    ).rejects.toMatchObject({
      code: "paymentExceedsBalance",
      details: { errors: [{ pointer: "/montant" }] },
    });
    await createPaiement(manager(), { id: draft.id, montant: "43.30", mode: "carte" });
    expect(await readFacture(manager(), { id: draft.id })).toMatchObject({
      statut: "payee",
      reste_a_payer: "0.00",
    });
  });

  test("two people recording the whole payment at once: one succeeds", async () => {
    const { draft } = await draftFor();
    await issueFacture(manager(), { id: draft.id });
    const pay = () => createPaiement(manager(), { id: draft.id, montant: "63.80", mode: "virement" });
    const results = await Promise.allSettled([pay(), pay()]);
    expect(results.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  });
});

describe("reach", () => {
  test("a client sees own issued invoices only; another agency's manager none", async () => {
    const { client, draft } = await draftFor();
    const self = contextFor(world.db, actor("client", { clientId: client.id, id: null }));
    await expect(readFacture(self, { id: draft.id })).rejects.toMatchObject({ code: "notFound" });
    await issueFacture(manager(), { id: draft.id });
    expect((await listFactures(self, {})).results.map((one) => one.id)).toEqual([draft.id]);
    const stranger = contextFor(world.db, actor("gestionnaire", { agenceIds: [autre], id: null }));
    await expect(readFacture(stranger, { id: draft.id })).rejects.toMatchObject({ code: "notFound" });
    await expect(issueFacture(self, { id: draft.id })).rejects.toMatchObject({ code: "forbidden" });
  });

  test("an auditeur sees a pseudonym", async () => {
    const { client, draft } = await draftFor();
    const seen = JSON.stringify(
      await readFacture(contextFor(world.db, actor("auditeur", { id: null })), { id: draft.id }),
    );
    expect(seen).not.toContain(client.nom);
    expect(seen).toMatch(/client-[0-9a-f]{6}/);
  });
});
