import { eq, sql } from "drizzle-orm";
import { PgBoss } from "pg-boss";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { closeDatabase } from "@/db/client";
import { migrate } from "@/db/migrate";
import { courriels } from "@/db/schema/organisation";
import { audit } from "@/db/schema/suivi";
import { addSealed, addUtilisateur } from "@/db/testing-data";
import { columnsOf, opened } from "@/db/vault/open";
import { type Context, system } from "@/lib/foundation/context";
import { enqueue } from "@/lib/foundation/jobs";
import { createTache, readFichier, runTache } from "@/lib/foundation/taches";
import { actor, contextFor, type TestWorld, testWorld } from "@/lib/foundation/testing";
import { handlers } from "@/lib/worker/handlers";
import { startWorker } from "@/lib/worker/worker";
import { abandonEchec } from "./abandon-echec";
import { listEchecs } from "./list-echecs";
import { listFiles } from "./list-files";
import { readTache } from "./read-tache";
import { replayEchec } from "./replay-echec";
import { replayFile } from "./replay-file";

let world: TestWorld;
let boss: PgBoss;
let admin: Context;

beforeAll(async () => {
  world = await testWorld();
  boss = new PgBoss({
    connectionString: world.url,
    max: 2,
    migrate: false,
    supervise: false,
    schedule: false,
  });
  boss.on("error", () => {});
  await boss.start();
});
afterAll(async () => {
  await boss.stop({ graceful: false });
  await closeDatabase();
  await world.close();
});
beforeEach(async () => {
  await world.db.execute(sql`delete from pgboss.job`);
  admin = contextFor(world.db, actor("admin", { id: (await addUtilisateur(world.db)).id }), {
    now: new Date(),
  });
});

/** Uses up a queue's tries of its oldest job as a worker would, without the waiting between them. */
async function exhaust(name: string, error: Error) {
  await world.db.execute(sql`update pgboss.job set retry_count = retry_limit where name = ${name}`);
  const [job] = await boss.fetch(name);
  await boss.fail(name, job?.id ?? "", error);
}
const spoilt = (text: string) =>
  Object.assign(new Error(`Failed query: insert into clients values ($1)\nparams: ${text}`), {
    cause: Object.assign(new Error(`invalid input syntax for type date: "${text}"`), { code: "22007" }),
  });
const lines = (action: string, id: string) =>
  world.db
    .select()
    .from(audit)
    .where(eq(audit.action, action))
    .then((rows) => rows.filter(({ objetId }) => objetId === id));

async function failedWork() {
  const { id: who } = await addUtilisateur(world.db);
  const asker = contextFor(world.db, actor("gestionnaire", { id: who }));
  const id = await world.db.transaction((tx) =>
    createTache(tx, asker, {
      type: "essai",
      queue: "import.run",
      job: { type: "client", essai: true, correspondance: {} },
      fichier: { nom: "a.csv", type: "text/csv", contenu: new TextEncoder().encode("nom") },
    }),
  );
  const last = contextFor(world.db, system, { lastAttempt: true });
  await expect(runTache(last, id, () => Promise.reject(new Error("down")))).rejects.toThrow("down");
  await exhaust("import.run", spoilt("Zohra Bénaïssa"));
  return { id, asker };
}

describe("a failed job", () => {
  it("is run until its tries are used up, kept without any value, replayed, and then succeeds once", async () => {
    const url = process.env.DATABASE_URL;
    process.env.DATABASE_URL = world.url;
    const former = handlers["facture.render"];
    let calls = 0;
    let broken = true;
    handlers["facture.render"] = async () => {
      calls += 1;
      if (broken) throw spoilt("Zohra Bénaïssa");
    };
    await boss.updateQueue("facture.render", { retryLimit: 1, retryDelay: 0, retryBackoff: false });
    const stop = await startWorker();
    try {
      await world.db.transaction((tx) => enqueue(tx, "facture.render", { facture_id: 1 }));
      const found = await vi.waitFor(
        async () => {
          const { results } = await listEchecs(admin, { file: "facture.render" });
          expect(results).toHaveLength(1);
          return results[0];
        },
        { timeout: 30_000, interval: 200 },
      );
      expect(found).toMatchObject({ file: "facture.render", tentatives: 2, tache_id: null });
      expect(found?.erreur).toMatch(/22007 invalid input syntax/);
      const kept = await world.db.execute(sql`select * from pgboss.job where name like 'facture.render%'`);
      expect(JSON.stringify(kept)).not.toContain("Zohra");
      broken = false;
      const id = found?.id ?? "";
      const both = await Promise.allSettled([replayEchec(admin, { id }), replayEchec(admin, { id })]);
      expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      const done = async () =>
        (
          await world.db.execute(
            sql`select id from pgboss.job where name = 'facture.render' and state = 'completed'`,
          )
        ).length;
      await vi.waitFor(async () => expect(await done()).toBe(1), { timeout: 15_000, interval: 200 });
      expect(calls).toBe(3);
      expect((await listEchecs(admin, {})).results).toEqual([]);
      expect(await lines("echec.rejouer", id)).toHaveLength(2);
    } finally {
      await stop();
      handlers["facture.render"] = former;
      process.env.DATABASE_URL = url;
    }
  }, 60_000);

  it("of long work lets that wait again, with its file", async () => {
    const { id, asker } = await failedWork();
    expect((await readTache(asker, { id })).etat).toBe("echouee");
    const [found] = (await listEchecs(admin, {})).results;
    expect(found).toMatchObject({ tache_id: id });
    expect(JSON.stringify(found)).not.toContain("Zohra");
    expect(await replayEchec(admin, { id: found?.id ?? "" })).toEqual({ file: "import.run", rejoues: 1 });
    expect(await readTache(asker, { id })).toMatchObject({ etat: "en_attente", erreur: null });
    let ran = 0;
    const again = contextFor(world.db, system);
    const work = async () => void ran++;
    await runTache(again, id, work);
    await runTache(again, id, work);
    expect(ran).toBe(1);
    expect((await readTache(asker, { id })).etat).toBe("terminee");
  });

  it("that sends an e-mail lets the message wait again", async () => {
    const [row] = [
      await addSealed(world.db, courriels, {
        destinataire: "a@example.test",
        langue: "fr",
        gabarit: "essai",
        sujet: "s",
        texte: "t",
        html: "h",
        statut: "echoue",
        tentatives: 9,
      }),
    ];
    const courriel_id = row?.id ?? 0;
    await world.db.transaction((tx) => enqueue(tx, "courriel.send", { courriel_id }));
    await exhaust("courriel.send", new Error("550 zohra@example.org: unknown mailbox"));
    expect((await listEchecs(admin, {})).results[0]?.erreur).toBe("550 …@…: unknown mailbox");
    expect(await replayFile(admin, { file: "courriel.send" })).toEqual({ file: "courriel.send", rejoues: 1 });
    const [after] = await opened(
      world.db,
      world.db.select(columnsOf(courriels)).from(courriels).where(eq(courriels.id, courriel_id)),
    );
    expect(after).toMatchObject({ statut: "en_attente", tentatives: 0 });
    expect(await lines("echec.rejouerFile", "courriel.send")).toHaveLength(1);
    expect(await replayFile(admin, { file: "courriel.send" })).toMatchObject({ rejoues: 0 });
  });

  it("is abandoned for good, with its file", async () => {
    const { id, asker } = await failedWork();
    const [found] = (await listEchecs(admin, { file: "import.run" })).results;
    await abandonEchec(admin, { id: found?.id ?? "" });
    expect((await listEchecs(admin, {})).results).toEqual([]);
    expect(await readFichier(world.db, id)).toBeUndefined();
    expect((await readTache(asker, { id })).etat).toBe("echouee");
    const [line] = await lines("echec.abandonner", found?.id ?? "");
    expect(line?.resultat).toBe("ok");
    expect(line?.canon).toContain("import.run");
    await expect(abandonEchec(admin, { id: found?.id ?? "" })).rejects.toMatchObject({ code: "notFound" });
  });

  it("is an admin's business, and must be there", async () => {
    const id = "3f0c1a52-6f0e-4d53-9b7c-0d2a8a1c7e11";
    await expect(replayEchec(admin, { id })).rejects.toMatchObject({ code: "notFound" });
    await expect(replayEchec(admin, { id: "12" })).rejects.toMatchObject({ code: "validation" });
    for (const role of ["gestionnaire", "auditeur", "client"] as const) {
      const ctx = contextFor(world.db, actor(role, { id: admin.actor.id }));
      const refused = { code: "forbidden" };
      await expect(listFiles(ctx, {})).rejects.toMatchObject(refused);
      await expect(listEchecs(ctx, {})).rejects.toMatchObject(refused);
      await expect(replayEchec(ctx, { id })).rejects.toMatchObject(refused);
      await expect(replayFile(ctx, { file: "import.run" })).rejects.toMatchObject(refused);
      await expect(abandonEchec(ctx, { id })).rejects.toMatchObject(refused);
    }
  });
});

describe("the queues", () => {
  it("say what waits, runs and has failed, and the failures come page by page", async () => {
    for (const facture_id of [1, 2, 3])
      await world.db.transaction((tx) => enqueue(tx, "facture.render", { facture_id }));
    for (const _ of [1, 2]) {
      const [job] = await boss.fetch("facture.render");
      await world.db.execute(sql`update pgboss.job set retry_limit = 0 where id = ${job?.id}`);
      await boss.fail("facture.render", job?.id ?? "", new Error("no"));
    }
    await world.db.transaction((tx) => enqueue(tx, "facture.render", { facture_id: 4 }));
    await boss.fetch("facture.render");
    const { results } = await listFiles({ ...admin, now: new Date() }, {});
    const file = results.find((one) => one.file === "facture.render");
    expect(file).toMatchObject({ en_attente: 1, en_cours: 1, echecs: 2 });
    expect(file?.plus_ancien).not.toBeNull();
    const first = await listEchecs(admin, { limit: 1 });
    const second = await listEchecs(admin, { limit: 1, cursor: first.next ?? "" });
    expect(new Set([...first.results, ...second.results].map(({ id }) => id)).size).toBe(2);
    expect(second.next).toBeNull();
  });

  it("take today's options when the database is brought up to date", async () => {
    await boss.updateQueue("livraison.send", { retryLimit: 99, expireInSeconds: 500, deadLetter: null });
    await migrate(world.url);
    expect(await boss.getQueue("livraison.send")).toMatchObject({
      retryLimit: 5,
      expireInSeconds: 60,
      deadLetter: "livraison.send.dead",
    });
  });
});
