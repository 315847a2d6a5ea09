import { asc, desc, eq, like, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDatabase } from "@/db/client";
import { factures } from "@/db/schema/factures";
import { prestations } from "@/db/schema/prestations";
import { audit } from "@/db/schema/suivi";
import { addActivite, addAgence, addClient, addPrestation } from "@/db/testing-data";
import { columnsOf, opened } from "@/db/vault/open";
import { system } from "@/lib/foundation/context";
import { actor, contextFor, type TestWorld, testWorld } from "@/lib/foundation/testing";
import { createAvoir } from "./create-avoir";
import { createPaiement } from "./create-paiement";
import { exportFactures } from "./export-factures";
import { chainHash } from "./facture";
import { factureInstantane } from "./instantane";
import { issueFacture } from "./issue-facture";
import { listFactures } from "./list-factures";
import { prepareFacture } from "./prepare-facture";
import { readFacture } from "./read-facture";
import { renderStoredFacture } from "./render-facture";

let world: TestWorld;
let agenceId: number;
let autre: number;
let activiteId: number;

beforeAll(async () => {
  world = await testWorld();
  agenceId = (await addAgence(world.db, { serieFacture: "C" })).id;
  autre = (await addAgence(world.db)).id;
  activiteId = (await addActivite(world.db, agenceId)).id;
});
afterAll(() => world.close());

const manager = () => contextFor(world.db, actor("gestionnaire", { agenceIds: [agenceId], id: null }));

/** An issued invoice of visits of two hours at 31.90 €: 63.80 € each. */
async function issued(visits = 2) {
  const { client, adresse } = await addClient(world.db, agenceId);
  const place = { agenceId, clientId: client.id, adresseId: adresse.id, activiteId };
  for (let n = 0; n < visits; n++)
    await addPrestation(world.db, place, {
      debut: new Date(Date.UTC(2026, 1, n + 2, 9)),
      statut: "validee",
      dureeFactureeMin: 120,
    });
  const draft = await prepareFacture(manager(), { client_id: client.id, periode: "2026-02" });
  return { client, facture: await issueFacture(manager(), { id: draft.id }) };
}
const stateOf = async (id = 0) =>
  (
    await opened(
      world.db,
      world.db.select(columnsOf(prestations)).from(prestations).where(eq(prestations.id, id)),
    )
  )[0]?.statut;
const credit = (id: number, rest: Record<string, unknown> = {}) =>
  createAvoir(manager(), { id, motif: "Visite facturée deux fois", ...rest });

describe("avoir.create", () => {
  test("of a whole invoice cancels it, and its visits can be billed again", async () => {
    const { client, facture } = await issued();
    const avoir = await credit(facture.id);
    expect(avoir).toMatchObject({
      type: "avoir",
      statut: "emise",
      total_ttc: "127.60",
      total_ht: "116.00",
      reste_a_payer: "0.00",
      facture_origine: { id: facture.id, numero: facture.numero },
    });
    expect(avoir.numero).toMatch(/^AV-C2026-\d{6}$/);
    const after = await readFacture(manager(), { id: facture.id });
    expect(after).toMatchObject({ statut: "annulee_par_avoir", credite: "127.60", reste_a_payer: "0.00" });
    expect(after.avoirs).toMatchObject([{ id: avoir.id, numero: avoir.numero }]);
    expect(await stateOf(facture.lignes[0]?.prestation_id ?? 0)).toBe("validee");
    const again = await prepareFacture(manager(), { client_id: client.id, periode: "2026-02" });
    expect(again.total_ttc).toBe("127.60");
    await expect(credit(facture.id)).rejects.toMatchObject({ code: "invalidTransition" });
    await expect(credit(avoir.id)).rejects.toMatchObject({ code: "invalidTransition" });
    await expect(
      createPaiement(manager(), { id: avoir.id, montant: "1", mode: "carte" }),
    ).rejects.toMatchObject({ code: "invalidTransition" });
  });

  test("leaves its lines in the log, the PDF and the notice as jobs", async () => {
    const { facture } = await issued(1);
    const avoir = await credit(facture.id);
    const lines = await world.db.select().from(audit).orderBy(desc(audit.id)).limit(3);
    expect(lines.map(({ action, objetType }) => `${action} ${objetType}`).sort()).toEqual([
      "avoir.create facture",
      "avoir.create facture",
      "avoir.create prestation",
    ]);
    expect(JSON.stringify(lines)).not.toContain("deux fois");
    const jobs = await world.db.execute(
      sql`select name from pgboss.job where data->>'facture_id' = ${String(avoir.id)} or (data->>'type' = 'facture.avoir' and data->>'objet_id' = ${String(avoir.id)})`,
    );
    expect(jobs.map((job) => job.name).sort()).toEqual(["facture.render", "notification.create"]);
  });

  test("of a part keeps the invoice open for the rest, and its visits billed", async () => {
    const { facture } = await issued();
    await credit(facture.id, { lignes: [{ rang: 1, montant_ttc: "10,00" }] });
    const after = await readFacture(manager(), { id: facture.id });
    expect(after).toMatchObject({ statut: "emise", credite: "10.00", reste_a_payer: "117.60" });
    expect(after.lignes.map((one) => one.credite_ttc)).toEqual(["10.00", "0.00"]);
    expect(await stateOf(facture.lignes[0]?.prestation_id ?? 0)).toBe("facturee");
    const pay = (montant: string) => createPaiement(manager(), { id: facture.id, montant, mode: "virement" });
    await expect(pay("117.61")).rejects.toMatchObject({ code: "paymentExceedsBalance" });
    await pay("117.60");
    expect(await readFacture(manager(), { id: facture.id })).toMatchObject({ statut: "payee" });
    await credit(facture.id, { lignes: [{ rang: 2 }] });
    const paid = await readFacture(manager(), { id: facture.id });
    expect(paid).toMatchObject({ statut: "payee", reste_a_payer: "0.00", a_rembourser: "63.80" });
    await credit(facture.id);
    const cancelled = await readFacture(manager(), { id: facture.id });
    expect(cancelled).toMatchObject({ statut: "annulee_par_avoir", a_rembourser: "117.60" });
    expect(await stateOf(facture.lignes[0]?.prestation_id ?? 0)).toBe("validee");
  });

  test("never goes beyond a line; a draft is not credited; a reason is needed", async () => {
    const { facture } = await issued(1);
    await expect(credit(facture.id, { lignes: [{ rang: 1, montant_ttc: "63.81" }] })).rejects.toMatchObject({
      code: "creditExceedsInvoice",
      details: { errors: [{ pointer: "/lignes/0/montant_ttc" }] },
    });
    await expect(credit(facture.id, { motif: " " })).rejects.toMatchObject({
      details: { errors: [{ pointer: "/motif" }] },
    });
    const { client, adresse } = await addClient(world.db, agenceId);
    const place = { agenceId, clientId: client.id, adresseId: adresse.id, activiteId };
    await addPrestation(world.db, place, { debut: new Date("2026-02-04T09:00:00Z"), statut: "validee" });
    const draft = await prepareFacture(manager(), { client_id: client.id, periode: "2026-02" });
    await expect(credit(draft.id)).rejects.toMatchObject({ code: "invalidTransition" });
  });

  test("64 credits of one invoice at once: one succeeds", { timeout: 180_000 }, async () => {
    const { facture } = await issued();
    const pool = openDatabase(world.url, { max: 20 });
    const ctx = { ...manager(), db: pool.db };
    const all = Array.from({ length: 64 }, () => createAvoir(ctx, { id: facture.id, motif: "essai" }));
    const results = await Promise.allSettled(all);
    await pool.close();
    expect(results.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(await readFacture(manager(), { id: facture.id })).toMatchObject({ credite: "127.60" });
  });

  test("64 invoices credited at once: no gap, no duplicate, an unbroken chain of their own", {
    timeout: 180_000,
  }, async () => {
    const ids: number[] = [];
    for (let n = 0; n < 64; n++) ids.push((await issued(1)).facture.id);
    const pool = openDatabase(world.url, { max: 20 });
    const ctx = { ...manager(), db: pool.db };
    const results = await Promise.allSettled(ids.map((id) => createAvoir(ctx, { id, motif: "essai" })));
    await pool.close();
    expect(results.filter((one) => one.status === "rejected")).toEqual([]);
    const rows = await opened(
      world.db,
      world.db
        .select(columnsOf(factures))
        .from(factures)
        .where(eq(factures.serie, "AV-C"))
        .orderBy(asc(factures.sequence)),
    );
    expect(rows.map((row) => row.sequence)).toEqual(rows.map((_, index) => index + 1));
    let head = "0".repeat(64);
    for (const row of rows) {
      head = chainHash(head, row.instantane);
      expect(row.empreinte, row.numero ?? "").toBe(head);
    }
  });
});

describe("a credit note", () => {
  test("is frozen, names its invoice and reason, and is printed once", async () => {
    const { client, facture } = await issued(1);
    const avoir = await credit(facture.id);
    const rows = await opened(
      world.db,
      world.db.select(columnsOf(factures)).from(factures).where(eq(factures.id, avoir.id)),
    );
    expect(factureInstantane.parse(rows[0]?.instantane)).toMatchObject({
      avoir_de: { numero: facture.numero, date_emission: facture.date_emission },
      motif: "Visite facturée deux fois",
      mentions: [],
    });
    for (const statement of [
      sql`update factures set motif = 'autre' where id = ${avoir.id}`,
      sql`update factures set credite = 0 where id = ${facture.id}`,
      sql`delete from factures where id = ${avoir.id}`,
      sql`update facture_lignes set montant_ttc = 1 where facture_id = ${avoir.id}`,
    ])
      await expect(world.db.execute(statement)).rejects.toMatchObject({
        cause: { constraint_name: "facture_figee" },
      });
    await renderStoredFacture(contextFor(world.db, system), { facture_id: avoir.id });
    const self = contextFor(world.db, actor("client", { clientId: client.id, id: null }));
    expect((await exportFactures(self, { id: avoir.id })).name).toBe(`${avoir.numero}.pdf`);
    expect((await listFactures(self, { type: "avoir" })).results.map(({ id }) => id)).toEqual([avoir.id]);
    await expect(createAvoir(self, { id: facture.id, motif: "essai" })).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  test("is out of another agency's reach; an auditeur does not read why", async () => {
    const { facture } = await issued(1);
    const stranger = contextFor(world.db, actor("gestionnaire", { agenceIds: [autre], id: null }));
    await expect(createAvoir(stranger, { id: facture.id, motif: "essai" })).rejects.toMatchObject({
      code: "notFound",
    });
    const avoir = await credit(facture.id);
    const auditeur = contextFor(world.db, actor("auditeur", { id: null }));
    expect((await readFacture(auditeur, { id: avoir.id })).motif).toBe("");
  });

  test("no two agencies share a series", async () => {
    const other = await addAgence(world.db, { serieFacture: "AVC" });
    expect(other.serieFacture).not.toBe("AV-C");
    const rows = await opened(
      world.db,
      world.db.select(columnsOf(factures)).from(factures).where(like(factures.numero, "AV-C%")),
    );
    expect(new Set(rows.map((row) => row.agenceId))).toEqual(new Set([agenceId]));
  });
});
