import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { agences, utilisateurs } from "@/db/schema/organisation";
import { audit, tacheFichiers, taches } from "@/db/schema/suivi";
import { addUtilisateur } from "@/db/testing-data";
import { columnsOf, opened } from "@/db/vault/open";
import { type Actor, type Context, system } from "@/lib/foundation/context";
import { Refused } from "@/lib/foundation/errors";
import { createTache, readFichier, runTache } from "@/lib/foundation/taches";
import { actor, contextFor, type TestWorld, testWorld } from "@/lib/foundation/testing";
import { cancelTache } from "./cancel-tache";
import { listTaches } from "./list-taches";
import { purge } from "./purge";
import { readTache } from "./read-tache";

let world: TestWorld;
let asker: Actor;
let other: Actor;
let worker: Context;

beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  asker = actor("gestionnaire", { id: (await addUtilisateur(world.db)).id });
  other = actor("gestionnaire", { id: (await addUtilisateur(world.db)).id });
  worker = contextFor(world.db, system);
});

const job = { type: "client", essai: true, correspondance: {} } as const;
const contenu = new TextEncoder().encode("nom;prenom");
const create = (fields: Partial<Context> = {}) =>
  world.db.transaction((tx) =>
    createTache(tx, contextFor(world.db, asker, fields), {
      type: "essai",
      queue: "import.run",
      job,
      donnees: { lignes: 1 },
      fichier: { nom: "essai.csv", type: "text/csv", contenu },
    }),
  );
const read = (id: number, who = asker) => readTache(contextFor(world.db, who), { id });

describe("long work", () => {
  it("is made with its job and its file, or not at all", async () => {
    const id = await create();
    expect(await read(id)).toMatchObject({ etat: "en_attente", progression: 0, donnees: { lignes: 1 } });
    expect((await readFichier(world.db, id))?.nom).toBe("essai.csv");
    const jobs = await world.db.execute(
      sql`select data from pgboss.job where name = 'import.run' and data->>'tache_id' = ${String(id)}`,
    );
    expect(jobs).toHaveLength(1);
    const undone = world.db.transaction(async (tx) => {
      const context = contextFor(world.db, asker);
      await createTache(tx, context, { type: "perdu", queue: "import.run", job });
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect((await listTaches(contextFor(world.db, asker), { type: "perdu" })).results).toEqual([]);
  });

  it("shows how far it is before its own transaction ends, and its result once, with its effect", async () => {
    const id = await create();
    const seen: number[] = [];
    await runTache(worker, id, (ctx) =>
      ctx.db.transaction(async (tx) => {
        expect(ctx.actor.id).toBe(asker.id);
        await ctx.tache.progress(40, 100);
        seen.push((await read(id)).progression);
        await ctx.tache.finish(tx, { lignes: 3 });
        seen.push((await read(id)).progression);
      }),
    );
    expect(seen).toEqual([40, 40]);
    expect(await read(id)).toMatchObject({ etat: "terminee", progression: 100, resultat: { lignes: 3 } });
    expect(await readFichier(world.db, id)).toBeUndefined();
    await runTache(worker, id, () => Promise.reject(new Error("never run again")));
    expect((await read(id)).etat).toBe("terminee");
  });

  it("takes effect once when two workers run it at the same time", async () => {
    const id = await create();
    const marker = await addUtilisateur(world.db);
    const both = Promise.withResolvers<void>();
    let arrived = 0;
    const run = () =>
      runTache(worker, id, (ctx) =>
        ctx.db.transaction(async (tx) => {
          if (++arrived === 2) both.resolve();
          await both.promise;
          await tx
            .update(utilisateurs)
            .set({ versionJeton: sql`${utilisateurs.versionJeton} + 1` })
            .where(eq(utilisateurs.id, marker.id));
          await ctx.tache.finish(tx, null);
        }),
      );
    await Promise.all([run(), run()]);
    const rows = await opened(
      world.db,
      world.db.select(columnsOf(utilisateurs)).from(utilisateurs).where(eq(utilisateurs.id, marker.id)),
    );
    expect(rows[0]?.versionJeton).toBe(marker.versionJeton + 1);
  });

  it("fails for good when it is refused, in the reader's language, and forgets its file", async () => {
    const id = await create();
    await runTache(worker, id, () => {
      throw new Refused("conflict", { extra: { erreurs: [{ ligne: 2 }] } });
    });
    const failed = await read(id);
    expect(failed).toMatchObject({ etat: "echouee", erreur: { code: "conflict" } });
    expect(failed.resultat).toEqual({ erreurs: [{ ligne: 2 }] });
    const arabic = await readTache(contextFor(world.db, asker, { locale: "ar" }), { id });
    expect(arabic.erreur?.title).not.toBe(failed.erreur?.title);
    expect(await readFichier(world.db, id)).toBeUndefined();
  });

  it("is left to be tried again after an accident, and says so when that was the last try", async () => {
    const id = await create();
    const broken = () => Promise.reject(new Error("secret words of a driver"));
    await expect(runTache(worker, id, broken)).rejects.toThrow("secret words");
    expect((await read(id)).etat).toBe("en_cours");
    await expect(runTache({ ...worker, lastAttempt: true }, id, broken)).rejects.toThrow();
    const failed = await read(id);
    expect(failed).toMatchObject({ etat: "echouee", erreur: { code: "internal" } });
    expect(JSON.stringify(failed)).not.toContain("secret words");
  });

  it("is not done for an account that was closed meanwhile", async () => {
    const id = await create();
    await world.db
      .update(utilisateurs)
      .set({ actif: false })
      .where(eq(utilisateurs.id, asker.id ?? 0));
    let ran = false;
    await runTache(worker, id, async () => {
      ran = true;
    });
    expect(ran).toBe(false);
    expect(await read(id)).toMatchObject({ etat: "echouee", erreur: { code: "forbidden" } });
  });
});

describe("cancelling", () => {
  it("undoes what is under way and leaves a line in the log", async () => {
    const id = await create();
    const before = await world.db.$count(agences);
    await runTache(worker, id, (ctx) =>
      ctx.db.transaction(async (tx) => {
        await tx.execute(sql`insert into agences (code, nom, voie, code_postal, commune, serie_facture)
          values ('annulee', 'Annulée', '1 rue', '75001', 'Paris', 'ANN')`);
        await cancelTache(contextFor(world.db, asker), { id });
        await ctx.tache.progress(1, 1);
      }),
    );
    expect((await read(id)).etat).toBe("annulee");
    expect(await world.db.$count(agences)).toBe(before);
    expect(await readFichier(world.db, id)).toBeUndefined();
    const lines = await world.db.select().from(audit).where(eq(audit.action, "tache.cancel"));
    expect(lines.some(({ objetId, resultat }) => objetId === String(id) && resultat === "ok")).toBe(true);
  });

  it("is refused once the work has ended, and for what is somebody else's", async () => {
    const id = await create();
    await expect(cancelTache(contextFor(world.db, other), { id })).rejects.toMatchObject({
      code: "notFound",
    });
    await runTache(worker, id, async () => null);
    await expect(cancelTache(contextFor(world.db, asker), { id })).rejects.toMatchObject({
      code: "invalidTransition",
    });
  });
});

describe("reading", () => {
  it("shows one's own work, and everybody's to an admin", async () => {
    const id = await create();
    await expect(read(id, other)).rejects.toMatchObject({ code: "notFound" });
    expect((await listTaches(contextFor(world.db, other), {})).results).toEqual([]);
    const mine = await listTaches(contextFor(world.db, asker), { etat: "en_attente", count: true });
    expect(mine).toMatchObject({ count: 1, results: [{ id }] });
    const all = await listTaches(contextFor(world.db, actor("admin", { id: other.id })), { limit: 200 });
    expect(all.results.map((one) => one.id)).toContain(id);
  });

  it("forgets a file that nobody has used for a day", async () => {
    const id = await create();
    await purge(worker, {});
    expect(await readFichier(world.db, id)).toBeDefined();
    await purge(contextFor(world.db, system, { now: new Date(worker.now.getTime() + 25 * 3_600_000) }), {});
    expect(
      await opened(
        world.db,
        world.db.select(columnsOf(tacheFichiers)).from(tacheFichiers).where(eq(tacheFichiers.tacheId, id)),
      ),
    ).toEqual([]);
    expect(await world.db.select().from(taches).where(eq(taches.id, id))).toHaveLength(1);
  });
});
