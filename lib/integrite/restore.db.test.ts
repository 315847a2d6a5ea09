import { randomBytes } from "node:crypto";
import {
  copyFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { desc, eq } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { BackupBroken } from "@/db/backup/archive";
import { backUp } from "@/db/backup/back-up";
import { checkArchives, type Paths, restore } from "@/db/backup/restore";
import { openDatabase } from "@/db/client";
import { clients } from "@/db/schema/clients";
import { compteursFactures } from "@/db/schema/factures";
import { auditPoints } from "@/db/schema/journal";
import { utilisateurs } from "@/db/schema/organisation";
import { seedDemonstration } from "@/db/seed/seed-demonstration";
import { accountWith } from "@/db/testing-data";
import { columnsOf, opened } from "@/db/vault/open";
import { createClient } from "@/lib/clients/create-client";
import { sealLog } from "@/lib/foundation/audit/seal";
import { system } from "@/lib/foundation/context";
import { actor, contextFor, type TestWorld, testWorld } from "@/lib/foundation/testing";
import { createDemande } from "@/lib/rgpd/create-demande";
import { decideDemande } from "@/lib/rgpd/decide-demande";
import { eraseClient } from "@/lib/rgpd/erase-client";
import { writeEffacements } from "@/lib/rgpd/ledger/write-effacements";

/** Visits beside those of the demonstration. */
const MORE = Number(process.env.RESTORE_PRESTATIONS ?? 0);
/** Changed bytes that are tried, anywhere in either archive. */
const FLIPS = MORE > 10_000 ? 20 : 100;

const key = randomBytes(32);
const folder = mkdtempSync(join(tmpdir(), "dihya-backup-"));
const pathsOf = (name: string): Paths => ({
  donnees: join(folder, `${name}.donnees`),
  cles: join(folder, `${name}.cles`),
});
const home = process.env.DIHYA_HOME;

let world: TestWorld;
let visits = 0;
/** Someone who is erased after the backup. */
let erasedId = 0;
beforeAll(async () => {
  process.env.DIHYA_HOME = folder;
  world = await testWorld();
  await seedDemonstration(world.url, {});
  await asOwner(world.url, async (sql) => {
    if (MORE > 0) await moreVisits(sql);
    visits = (await sql`select count(*)::int as n from prestations`)[0]?.n;
    // A job that waits is part of the backup too.
    await sql`insert into pgboss.job (name, data) values ('effacement.write', '{}')`;
  });
  const given = { nom: "Quasiterne", prenom: "Canari", email: "quasiterne@canari.test", adresses: [] };
  erasedId = (await createClient(await gestionnaire(), given)).id;
  await sealLog(world.db, new Date());
}, 600_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  if (home === undefined) delete process.env.DIHYA_HOME;
  else process.env.DIHYA_HOME = home;
});

async function asOwner<R>(url: string, work: (sql: postgres.Sql) => Promise<R>): Promise<R> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  return work(sql).finally(() => sql.end());
}

/** Copies of the demonstration's visits that nobody has been given, without the words that are sealed in their place. */
async function moreVisits(sql: postgres.Sql): Promise<void> {
  await sql`alter table prestations disable trigger user`;
  await sql`insert into prestations (agence_id, client_id, activite_id, adresse_id, debut, fin, statut,
      prix_horaire_ttc, minimum_min, taux_tva_bp, prix_ttc, devise)
    select agence_id, client_id, activite_id, adresse_id, debut + g * interval '1 day', fin + g * interval '1 day',
      'planifiee', prix_horaire_ttc, minimum_min, taux_tva_bp, prix_ttc, devise
    from prestations, generate_series(1, ${Math.ceil(MORE / 100)}::int) g where id <= 1000 limit ${MORE}`;
  await sql`alter table prestations enable trigger user`;
}

/** What must come back as it was. */
async function factsOf({ url, db }: Pick<TestWorld, "url" | "db">, vault = { columnsOf, opened }) {
  const rows = await asOwner(url, async (sql) => {
    const names =
      await sql`select format('%I.%I', table_schema, table_name) as name from information_schema.tables
      where table_schema in ('public', 'coffre') and table_type = 'BASE TABLE' order by 1`;
    const counts = names.map(({ name }) => `select '${name}' as name, count(*)::int as n from ${name}`);
    return sql.unsafe(`${counts.join(" union all ")} order by 1`);
  });
  const [point] = await db.select().from(auditPoints).orderBy(desc(auditPoints.taille)).limit(1);
  const broken = new Set<string>();
  const query = db.select(vault.columnsOf(clients)).from(clients).orderBy(clients.id);
  const people = await vault.opened(db, query, ({ row }) => void broken.add(row));
  return {
    rows: Object.fromEntries(rows.map(({ name, n }) => [name, n])),
    point: point?.texte,
    series: await db
      .select()
      .from(compteursFactures)
      .orderBy(compteursFactures.serie, compteursFactures.annee),
    broken: [...broken],
    people: people.map(({ id, nom, prenom, email, telephone }) => ({ id, nom, prenom, email, telephone })),
  };
}

async function gestionnaire() {
  const [row] = await world.db
    .select({ id: utilisateurs.id })
    .from(utilisateurs)
    .where(accountWith("gestionnaire@dihya.test"));
  const who = actor("gestionnaire", { id: row?.id ?? 0, agenceIds: [1] });
  return contextFor(world.db, who, { now: new Date() });
}

async function erase(id: number): Promise<void> {
  const ctx = await gestionnaire();
  const { id: demande } = await createDemande(ctx, { type: "effacement", client_id: id });
  await decideDemande(ctx, { id: demande, decision: "acceptee" });
  await eraseClient(ctx, { id, confirmation: `EFFACER-${id}` });
  await writeEffacements(contextFor(world.db, system, { now: new Date() }), {});
}

/** The database is gone; an empty one of the same name takes its place. */
async function dropped({ url, close }: TestWorld): Promise<void> {
  await close();
  const name = new URL(url).pathname.slice(1);
  const server = new URL(url);
  server.pathname = "/postgres";
  await asOwner(server.href, async (sql) => {
    await sql`drop database ${sql(name)} with (force)`;
    await sql`create database ${sql(name)}`;
  });
}

const seconds = (from: number) => Math.round((Date.now() - from) / 100) / 10;
let said = "";

describe("a backup", () => {
  const old = pathsOf("old");
  const recent = pathsOf("recent");
  let before: Awaited<ReturnType<typeof factsOf>>;

  test("is made while others work, holds no name that can be read, and is its owner's alone", async () => {
    before = await factsOf(world);
    const started = Date.now();
    const { bytes, tables } = await backUp(world.url, key, old);
    said = `${visits} visits, backed up in ${seconds(started)} s (${Math.round(bytes / 1024)} kB)`;
    expect(tables["public.prestations"]?.rows).toBe(visits);
    const text = Buffer.concat([readFileSync(old.donnees), readFileSync(old.cles)]).toString("latin1");
    for (const { nom } of before.people.slice(0, 50)) expect(text).not.toContain(nom);
    expect(statSync(old.donnees).mode & 0o777).toBe(0o600);
    expect(statSync(old.cles).mode & 0o777).toBe(0o600);
  }, 600_000);

  test(`is refused when one byte of it was changed, wherever it is, and when it was cut`, async () => {
    const broken = pathsOf("broken");
    let refused = 0;
    for (let n = 0; n < FLIPS; n += 1) {
      const which = n % 2 === 0 ? ("cles" as const) : ("donnees" as const);
      copyFileSync(old[which], broken[which]);
      const bytes = readFileSync(broken[which]);
      // Along the whole archive, its head and its last byte included.
      const at = Math.min(bytes.length - 1, Math.floor((n / (FLIPS - 2)) * bytes.length));
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (n % 8));
      writeFileSync(broken[which], bytes);
      const paths = { ...old, [which]: broken[which] };
      refused += await checkArchives(paths, key).then(
        () => 0,
        (error) => (error instanceof BackupBroken ? 1 : 0),
      );
    }
    said += `, ${refused} of ${FLIPS} changed bytes refused`;
    expect(refused).toBe(FLIPS);
    for (const cut of [1, 100, 5000]) {
      copyFileSync(old.donnees, broken.donnees);
      truncateSync(broken.donnees, statSync(old.donnees).size - cut);
      await expect(checkArchives({ ...old, donnees: broken.donnees }, key)).rejects.toThrow(BackupBroken);
    }
    await expect(checkArchives(old, randomBytes(32))).rejects.toThrow("another key");
    await expect(checkArchives({ donnees: old.cles, cles: old.donnees }, key)).rejects.toThrow(BackupBroken);
    await expect(restore(world.url, key, old)).rejects.toThrow("not empty");
  }, 600_000);

  test("brings everything back: rows, root of the log, series of numbers, what is sealed — and nobody erased since", async () => {
    await erase(erasedId);
    await backUp(world.url, key, recent);
    // Keys older than the data would lack those of newer people.
    await expect(checkArchives({ donnees: recent.donnees, cles: old.cles }, key)).rejects.toThrow("older");
    await dropped(world);

    const started = Date.now();
    const paths = { donnees: old.donnees, cles: recent.cles };
    const { tables, jobsLeftOut } = await restore(world.url, key, paths);
    // Another process comes: nothing that this one remembers.
    vi.resetModules();
    const { replayErasures } = await import("@/lib/rgpd/ledger/replay-erasures");
    const { verifyAll } = await import("./verify-all");
    const { db, close } = openDatabase(world.url);
    const after = await factsOf({ url: world.url, db }, await import("@/db/vault/open"));
    const counted = Object.entries(before.rows).filter(([name, n]) => after.rows[name] === n);
    // The keys are the newest copy: a mail that told of the erasure may have made one since.
    const missing = Object.keys(before.rows).filter(
      (name) => name !== "coffre.cles" && !counted.some(([one]) => one === name),
    );
    expect(missing).toEqual([]);
    expect(jobsLeftOut).toBe(false);
    expect(tables["pgboss.job"]?.rows).toBeGreaterThan(0);
    expect(after.point).toBe(before.point);
    expect(after.point).toBeTruthy();
    expect(after.series).toEqual(before.series);
    const others = (list: typeof before.people) => list.filter(({ id }) => id !== erasedId);
    expect(others(after.people)).toEqual(others(before.people));
    // Whose key was destroyed cannot be read, even before the ledger is replayed.
    expect(JSON.stringify(before.people)).toContain("Quasiterne");
    expect(after.broken).toEqual([String(erasedId)]);
    expect(JSON.stringify(after.people)).not.toContain("Quasiterne");
    expect(before.broken).toEqual([]);

    const ctx = contextFor(db, system, { now: new Date() });
    const replayed = await replayErasures(ctx, {});
    expect(replayed.rejoues).toBe(1);
    const [gone] = await db.select().from(clients).where(eq(clients.id, erasedId));
    expect(gone?.effaceLe).not.toBeNull();
    await sealLog(db, new Date());
    const found = await verifyAll(ctx, async () => {});
    const ofLog = found.anomalies.filter(({ type }) => type === "journal");
    expect(MORE > 0 ? ofLog : found.anomalies).toEqual([]);
    console.log(
      `restore: ${said}; restored and verified in ${seconds(started)} s, ${counted.length} tables as they were, ` +
        `${missing.length} not; root ${after.point === before.point ? "same" : "other"}; ` +
        `series ${after.series.length} of ${before.series.length}; ${others(after.people).length} people readable; ` +
        `${replayed.rejoues} erased anew; ${ofLog.length} faults in ${found.entrees} entries`,
    );
    await close();
  }, 1_200_000);
});
