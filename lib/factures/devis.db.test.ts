import { desc, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDatabase } from "@/db/client";
import { avantagesFiscaux } from "@/db/schema/activites";
import { devis } from "@/db/schema/factures";
import { audit } from "@/db/schema/suivi";
import { addActivite, addAgence, addClient } from "@/db/testing-data";
import { columnsOf, opened } from "@/db/vault/open";
import { system } from "@/lib/foundation/context";
import { actor, contextFor, type TestWorld, testWorld } from "@/lib/foundation/testing";
import { acceptDevis } from "./accept-devis";
import { createDevis } from "./create-devis";
import { deleteDevis } from "./delete-devis";
import { expireDevis } from "./expire-devis";
import { exportDevis } from "./export-devis";
import { exportListeDevis } from "./export-liste-devis";
import { listDevis } from "./list-devis";
import { previewDevis } from "./preview-devis";
import { readDevis } from "./read-devis";
import { refuseDevis } from "./refuse-devis";
import { sendDevis } from "./send-devis";

let world: TestWorld;
let agenceId: number;
let menage: { code: string };
let bricolage: { code: string };

beforeAll(async () => {
  world = await testWorld();
  agenceId = (await addAgence(world.db, { serieFacture: "Q" })).id;
  menage = await addActivite(world.db, agenceId);
  const price = { prixHoraireTtc: 3600, tauxTvaBp: 1000 };
  bricolage = await addActivite(world.db, agenceId, { dureeMaxMin: 120, plafondCreditImpot: 50_000 }, price);
  const benefit = { tauxBp: 5000, plafondAnnuel: 1_200_000, reference: "CGI", du: "2020-01-01" };
  await world.db
    .insert(avantagesFiscaux)
    .values({ pays: "FR", ...benefit })
    .onConflictDoNothing();
});
afterAll(() => world.close());

const who = () => actor("gestionnaire", { agenceIds: [agenceId], id: null });
const manager = (fields = {}) => contextFor(world.db, who(), fields);
const clientCtx = (clientId: number) => contextFor(world.db, actor("client", { clientId, id: null }));
const weekly = () => ({ type: menage.code, duree: 2, frequence: "hebdomadaire", fois: 1 });

async function drafted(lignes: object[] = [weekly()]) {
  const { client } = await addClient(world.db, agenceId);
  return { client, draft: await createDevis(manager(), { client_id: client.id, lignes }) };
}
async function sent() {
  const { client, draft } = await drafted();
  return { client, devis: await sendDevis(manager(), { id: draft.id }) };
}

describe("devis.create", () => {
  test("prices an average month at the catalogue's prices, with the credit apart", async () => {
    const { draft } = await drafted();
    // 2 h × 52 / 12 = 520 minutes at 31.90 €.
    expect(draft).toMatchObject({
      statut: "brouillon",
      numero: null,
      valide_jusquau: "2026-04-10",
      total_ttc: "276.47",
      total_ht: "251.34",
      total_tva: "25.13",
      credit_impot: { taux: "50.00", montant: "138.24", reste_a_charge: "138.23" },
    });
    expect(draft.lignes).toMatchObject([{ heures: 520 / 60, duree: 2, prix_horaire_ttc: "31.90" }]);
    const [line] = await world.db.select().from(audit).orderBy(desc(audit.id)).limit(1);
    expect(line).toMatchObject({ action: "devis.create", objetId: String(draft.id) });
  });

  test("holds an activity to its own ceiling, and a visit to the minimum", async () => {
    const { draft } = await drafted([
      { type: bricolage.code, duree: 2, frequence: "hebdomadaire", fois: 2 },
      { type: menage.code, duree: 0.5 },
    ]);
    expect(draft.lignes.map((one) => one.montant_ttc)).toEqual(["624.00", "31.90"]);
    // 500 € a year of small jobs is 41.67 € a month; half of 41.67 + 31.90.
    expect(draft.credit_impot?.montant).toBe("36.79");
  });

  test.each([
    ["an unknown client", { client_id: 999_999 }, "clientUnknown", "/client_id"],
    ["a day gone by", { valide_jusquau: "2026-03-09" }, "pastNotAllowed", "/valide_jusquau"],
    [
      "an unknown activity",
      { lignes: [{ type: "vaisselle", duree: 1 }] },
      "unknownActivity",
      "/lignes/0/type",
    ],
    ["no line", { lignes: [] }, "validation", "/lignes"],
  ])("%s is refused at its place", async (_what, part, code, pointer) => {
    const { client } = await addClient(world.db, agenceId);
    await expect(
      createDevis(manager(), { client_id: client.id, lignes: [weekly()], ...part }),
    ).rejects.toMatchObject({ code, details: { errors: [{ pointer }] } });
  });

  test("a visit longer than the law allows is refused", async () => {
    await expect(drafted([{ type: bricolage.code, duree: 3 }])).rejects.toMatchObject({
      code: "visitTooLong",
      details: { errors: [{ pointer: "/lignes/0/duree" }] },
    });
  });
});

describe("devis.preview", () => {
  const mixed = () => [
    { type: bricolage.code, duree: 2, frequence: "hebdomadaire", fois: 2 },
    { type: menage.code, duree: 0.5 },
  ];

  test("says what the quote would come to, and keeps nothing", async () => {
    const { client } = await addClient(world.db, agenceId);
    const asked = { client_id: client.id, lignes: mixed() };
    const preview = await previewDevis(manager(), asked);
    expect((await listDevis(manager(), { client_id: client.id })).results).toEqual([]);
    expect(await createDevis(manager(), asked)).toMatchObject(preview);
  });

  test("refuses what a quote would refuse, on the same field", async () => {
    const { client } = await addClient(world.db, agenceId);
    const asked = { client_id: client.id, lignes: [weekly(), { type: bricolage.code, duree: 3 }] };
    for (const operation of [previewDevis, createDevis])
      await expect(operation(manager(), asked)).rejects.toMatchObject({
        code: "visitTooLong",
        details: { errors: [{ pointer: "/lignes/1/duree" }] },
      });
    await expect(previewDevis(clientCtx(client.id), asked)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("the list of quotes", () => {
  test("is searched by number and by the client's name, and exported as it is shown", async () => {
    const { client, devis: one } = await sent();
    const found = async (q: string) => (await listDevis(manager(), { q, count: true })) ?? {};
    const byNumber = await found((one.numero as string).toLowerCase().slice(-8));
    expect(byNumber.results.map(({ id }) => id)).toEqual([one.id]);
    expect(byNumber.count).toBe(1);
    const byName = await found(`${client.nom} ${client.prenom}`);
    expect(byName.results.map(({ id }) => id)).toContain(one.id);
    expect((await found("zzz introuvable")).results).toEqual([]);
    const { rows, truncated } = await exportListeDevis(manager(), { q: one.numero as string });
    expect([rows.map(({ id }) => id), truncated]).toEqual([[one.id], false]);
    const [line] = await world.db.select().from(audit).orderBy(desc(audit.id)).limit(1);
    expect(line).toMatchObject({ action: "devis.exportList" });
    await expect(exportListeDevis(clientCtx(client.id), {})).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("devis.send", () => {
  test("numbers, freezes and tells; the client sees it from then on only", async () => {
    const { client, draft } = await drafted();
    await expect(readDevis(clientCtx(client.id), { id: draft.id })).rejects.toMatchObject({
      code: "notFound",
    });
    await expect(exportDevis(manager(), { id: draft.id })).rejects.toMatchObject({ code: "notAcceptable" });
    const one = await sendDevis(manager(), { id: draft.id });
    expect(one).toMatchObject({ statut: "envoye", date_emission: "2026-03-10" });
    expect(one.numero).toMatch(/^DV-Q2026-\d{6}$/);
    expect((await listDevis(clientCtx(client.id), {})).results.map(({ id }) => id)).toEqual([draft.id]);
    const jobs = await world.db.execute(
      sql`select 1 from pgboss.job where data->>'type' = 'devis.envoye' and data->>'objet_id' = ${String(draft.id)}`,
    );
    expect(jobs).toHaveLength(1);
    await expect(sendDevis(manager(), { id: draft.id })).rejects.toMatchObject({ code: "invalidTransition" });
    await expect(deleteDevis(manager(), { id: draft.id })).rejects.toMatchObject({
      code: "invalidTransition",
    });
    for (const statement of [
      sql`update devis set total_ttc = 1, total_ht = 1, total_tva = 0 where id = ${draft.id}`,
      sql`delete from devis where id = ${draft.id}`,
      sql`update devis_lignes set montant_ttc = montant_ttc + 1 where devis_id = ${draft.id}`,
    ])
      await expect(world.db.execute(statement)).rejects.toMatchObject({
        cause: { constraint_name: "devis_fige" },
      });
  });

  test("16 at once: no number twice, none left out", async () => {
    const ids = [];
    for (let n = 0; n < 16; n++) ids.push((await drafted()).draft.id);
    const pool = openDatabase(world.url, { max: 8 });
    const ctx = { ...manager(), db: pool.db };
    await Promise.all(ids.map((id) => sendDevis(ctx, { id })));
    await pool.close();
    const rows = await world.db
      .select({ n: devis.numero })
      .from(devis)
      .where(sql`${devis.numero} is not null`);
    const numbers = rows.map(({ n }) => Number(n?.slice(-6))).sort((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });

  test("its PDF comes in the client's language and is logged", async () => {
    const { client } = await addClient(world.db, agenceId, { langue: "ar" });
    const { id } = await createDevis(manager(), { client_id: client.id, lignes: [weekly()] });
    await sendDevis(manager(), { id });
    const { name, bytes } = await exportDevis(clientCtx(client.id), { id });
    expect([name.slice(0, 4), new TextDecoder().decode(bytes.slice(0, 5))]).toEqual(["DV-Q", "%PDF-"]);
    const [line] = await world.db.select().from(audit).orderBy(desc(audit.id)).limit(1);
    expect(line).toMatchObject({ action: "devis.export", objetId: String(id) });
  });
});

describe("the answer", () => {
  test("of the client is theirs, and there is one", async () => {
    const { client, devis: one } = await sent();
    const results = await Promise.allSettled([
      acceptDevis(clientCtx(client.id), { id: one.id }),
      refuseDevis(clientCtx(client.id), { id: one.id, motif: "trop cher" }),
    ]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const after = await readDevis(manager(), { id: one.id });
    expect(after.decision).toBe("compte");
    await expect(acceptDevis(manager(), { id: one.id })).rejects.toMatchObject({ code: "invalidTransition" });
  });

  test("recorded by the agency is a signed paper; another client's is out of reach", async () => {
    const { devis: one } = await sent();
    const { client: other } = await addClient(world.db, agenceId);
    await expect(acceptDevis(clientCtx(other.id), { id: one.id })).rejects.toMatchObject({
      code: "notFound",
    });
    expect(await acceptDevis(manager(), { id: one.id })).toMatchObject({
      statut: "accepte",
      decision: "papier",
    });
  });

  test("a reason is not shown to an auditeur, nor the client's name", async () => {
    const { client, devis: one } = await sent();
    await refuseDevis(manager(), { id: one.id, motif: "trop cher" });
    const seen = JSON.stringify(
      await readDevis(contextFor(world.db, actor("auditeur", { id: null })), { id: one.id }),
    );
    expect(seen).not.toMatch(new RegExp(`${client.nom}|trop cher`));
  });

  test("comes too late once the last day is over; the job then ends the quote, once", async () => {
    const { client, devis: one } = await sent();
    const late = { now: new Date("2026-04-11T06:00:00Z") };
    await expect(acceptDevis({ ...clientCtx(client.id), ...late }, { id: one.id })).rejects.toMatchObject({
      code: "invalidTransition",
    });
    const machine = contextFor(world.db, system, late);
    expect((await expireDevis(machine, {})).expires).toBeGreaterThan(0);
    expect(await expireDevis(machine, {})).toEqual({ expires: 0 });
    const rows = await opened(
      world.db,
      world.db.select(columnsOf(devis)).from(devis).where(eq(devis.id, one.id)),
    );
    expect(rows[0]?.statut).toBe("expire");
  });
});
