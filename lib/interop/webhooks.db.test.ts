import { desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { webhookLivraisons, webhooks } from "@/db/schema/interop";
import { audit } from "@/db/schema/suivi";
import { publishEvent } from "@/lib/foundation/evenement";
import { contextFor, NOW } from "@/lib/foundation/testing";
import { createPrestation } from "@/lib/prestations/create-prestation";
import { jobsOf, type VisitWorld, visitWorld } from "@/lib/prestations/testing";
import { createWebhook } from "./create-webhook";
import { deleteWebhook } from "./delete-webhook";
import { listLivraisons } from "./list-livraisons";
import { listWebhooks } from "./list-webhooks";
import { readWebhook } from "./read-webhook";
import { replayLivraison } from "./replay-livraison";
import { rotateWebhook } from "./rotate-webhook";
import { testWebhook } from "./test-webhook";
import { updateWebhook } from "./update-webhook";

let w: VisitWorld;
beforeAll(async () => {
  w = await visitWorld();
});
afterAll(() => w.world.close());

const url = "https://93.184.216.34/hook";
const subscribe = (...evenements: string[]) => createWebhook(w.adminCtx(), { nom: "CRM", url, evenements });
const messagesOf = (id: number) =>
  w.db.select().from(webhookLivraisons).where(eq(webhookLivraisons.webhookId, id));
const lastLine = async () => (await w.db.select().from(audit).orderBy(desc(audit.id)).limit(1))[0];

describe("webhook.create", () => {
  test("shows the secret once, keeps it sealed, and writes a line without it", async () => {
    const made = await subscribe("facture.emise", "facture.emise", "prestation.creee");
    expect(made).toMatchObject({
      actif: true,
      evenements: ["facture.emise", "prestation.creee"],
      version: 1,
    });
    expect(Buffer.from(made.secret.replace(/^whsec_/, ""), "base64")).toHaveLength(32);
    const line = await lastLine();
    expect(line).toMatchObject({ action: "webhook.create", objetType: "webhook", objetId: String(made.id) });
    const [row] = await w.db.select().from(webhooks).where(eq(webhooks.id, made.id));
    const elsewhere = [
      row,
      line,
      await readWebhook(w.adminCtx(), { id: made.id }),
      await listWebhooks(w.adminCtx(), {}),
    ];
    expect(JSON.stringify(elsewhere)).not.toContain(made.secret);
    expect(await readWebhook(w.adminCtx(), { id: made.id })).not.toHaveProperty("secret");
  });

  test("refuses an address inside, an unknown event and an empty choice, on their fields", async () => {
    const given = { nom: "CRM", url, evenements: ["facture.emise"] };
    const refusals = [
      [{ ...given, url: "https://10.0.0.1/" }, "addressRefused", "/url"],
      [{ ...given, url: "https://localhost/" }, "addressRefused", "/url"],
      [{ ...given, url: "ftp://93.184.216.34/" }, "validation", "/url"],
      [{ ...given, evenements: ["facture.inventee"] }, "validation", "/evenements/0"],
      [{ ...given, evenements: [] }, "validation", "/evenements"],
      [{ ...given, secret: "mine" }, "validation", "/secret"],
    ] as const;
    for (const [input, code, pointer] of refusals)
      await expect(createWebhook(w.adminCtx(), input)).rejects.toMatchObject({
        code,
        details: { errors: [{ pointer }] },
      });
  });

  test("is an admin's", async () => {
    for (const ctx of [w.staffCtx(), w.clientCtx(), w.workerCtx(), w.auditCtx()])
      await expect(
        createWebhook(ctx, { nom: "x", url, evenements: ["facture.emise"] }),
      ).rejects.toMatchObject({
        code: "forbidden",
      });
  });
});

describe("publishEvent", () => {
  test("a change leaves a message and a job for each active subscription, in its own transaction", async () => {
    const told = await subscribe("prestation.creee");
    const other = await subscribe("facture.emise");
    const stopped = await subscribe("prestation.creee");
    await updateWebhook(w.adminCtx(), { id: stopped.id, actif: false });
    const visit = await createPrestation(w.staffCtx(), {
      client_id: w.client.id,
      type: "menage",
      date: "2026-03-20T10:00:00",
      duree: 2,
    });
    const [message, ...more] = await messagesOf(told.id);
    expect(more).toEqual([]);
    expect(message).toMatchObject({ type: "prestation.creee", objetType: "prestation", objetId: visit.id });
    expect(message).toMatchObject({ statut: "en_attente", survenuLe: NOW, tentatives: 0 });
    expect(await messagesOf(other.id)).toEqual([]);
    expect(await messagesOf(stopped.id)).toEqual([]);
    expect(await jobsOf(w.db, "livraison.send")).toContainEqual({ livraison_id: message?.id, tentative: 0 });
    expect(await jobsOf(w.db, "notification.create")).toContainEqual(
      expect.objectContaining({ type: "prestation.creee", objet_id: visit.id }),
    );
  });

  test("two subscribers get two messages of one event; a change undone leaves none", async () => {
    const [one, two] = [await subscribe("reservation.refusee"), await subscribe("reservation.refusee")];
    const publish = (objetId: number, fails = false) =>
      w.db.transaction(async (tx) => {
        await publishEvent(tx, w.adminCtx(), { type: "reservation.refusee", objetId });
        if (fails) throw new Error("undone");
      });
    await publish(7);
    await expect(publish(8, true)).rejects.toThrow("undone");
    const [a, b] = [await messagesOf(one.id), await messagesOf(two.id)];
    expect([a.length, b.length]).toEqual([1, 1]);
    expect(a[0]?.evenementId).toBe(b[0]?.evenementId);
    expect(a[0]?.messageId).not.toBe(b[0]?.messageId);
  });
});

describe("webhook.update", () => {
  test("starts a stopped address afresh, and refuses an old version or an address inside", async () => {
    const made = await subscribe("facture.emise");
    const fallen = { actif: false, arretMotif: "echecs" as const, arretLe: NOW, echecs: 12 };
    await w.db.update(webhooks).set(fallen).where(eq(webhooks.id, made.id));
    const row = await updateWebhook(w.adminCtx(), { id: made.id, version: 1, actif: true });
    expect(row).toMatchObject({ actif: true, arret_motif: null, arret_le: null, echecs: 0, version: 2 });
    expect(await lastLine()).toMatchObject({ action: "webhook.update", resultat: "ok" });
    await expect(updateWebhook(w.adminCtx(), { id: made.id, version: 1, nom: "B" })).rejects.toMatchObject({
      code: "preconditionFailed",
    });
    await expect(
      updateWebhook(w.adminCtx(), { id: made.id, url: "https://127.0.0.1/" }),
    ).rejects.toMatchObject({
      code: "addressRefused",
    });
  });
});

describe("what is sent by hand", () => {
  test("a trial and a replay wait as jobs; a stopped address takes neither", async () => {
    const { id } = await subscribe("facture.emise");
    const trial = await testWebhook(w.adminCtx(), { id });
    expect(trial).toMatchObject({ type: "webhook.test", objet: `webhook:${id}`, statut: "en_attente" });
    expect(await lastLine()).toMatchObject({ action: "webhook.test", objetId: String(id) });
    await w.db
      .update(webhookLivraisons)
      .set({ statut: "abandonnee", tentatives: 10, prochaineLe: null })
      .where(eq(webhookLivraisons.id, trial.id));
    const again = await replayLivraison(w.adminCtx(), { id, livraison_id: trial.id });
    expect(again).toMatchObject({ message_id: trial.message_id, statut: "en_attente", tentatives: 0 });
    const jobs = await jobsOf(w.db, "livraison.send");
    expect(jobs.filter((job) => job.livraison_id === trial.id)).toHaveLength(2);
    const page = await listLivraisons(w.adminCtx(), { id });
    expect(page.results.map((one) => one.id)).toEqual([trial.id]);
    await updateWebhook(w.adminCtx(), { id, actif: false });
    const stopped = { code: "webhookStopped" };
    await expect(testWebhook(w.adminCtx(), { id })).rejects.toMatchObject(stopped);
    const replay = { id, livraison_id: trial.id };
    await expect(replayLivraison(w.adminCtx(), replay)).rejects.toMatchObject(stopped);
  });

  test("another address's message is not found", async () => {
    const [one, two] = [await subscribe("facture.emise"), await subscribe("facture.emise")];
    const trial = await testWebhook(w.adminCtx(), { id: one.id });
    await expect(replayLivraison(w.adminCtx(), { id: two.id, livraison_id: trial.id })).rejects.toMatchObject(
      { code: "notFound" },
    );
  });
});

test("the secret changes, the former one kept for 24 h", async () => {
  const made = await subscribe("facture.emise");
  const rotated = await rotateWebhook(w.adminCtx(), { id: made.id });
  expect(rotated.secret).not.toBe(made.secret);
  expect(rotated.secret_precedent_fin).toBe(new Date(NOW.getTime() + 86_400_000).toISOString());
  expect(JSON.stringify(await lastLine())).not.toContain(rotated.secret);
});

test("deleting takes the messages too, and leaves a line", async () => {
  const made = await subscribe("facture.emise");
  await testWebhook(w.adminCtx(), { id: made.id });
  await deleteWebhook(w.adminCtx(), { id: made.id });
  expect(await messagesOf(made.id)).toEqual([]);
  expect(await lastLine()).toMatchObject({ action: "webhook.delete", objetId: String(made.id) });
  const gone = contextFor(w.db, w.adminCtx().actor);
  for (const call of [readWebhook, rotateWebhook, testWebhook, listLivraisons, deleteWebhook])
    await expect(call(gone, { id: made.id })).rejects.toMatchObject({ code: "notFound" });
});
