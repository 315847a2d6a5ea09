import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { audit } from "@/db/schema/suivi";
import { appendAudit } from "@/lib/foundation/audit/append";
import { logKey, readLogKey, signNote } from "@/lib/foundation/audit/checkpoint";
import { pruneEntries } from "@/lib/foundation/audit/prune";
import { sealLog } from "@/lib/foundation/audit/seal";
import { system } from "@/lib/foundation/context";
import { actor, contextFor, NOW, type TestWorld, testWorld } from "@/lib/foundation/testing";
import { newTokenKey } from "@/lib/foundation/tokens";
import { applyConservation } from "@/lib/rgpd/conservation/apply-conservation";
import { exportProof } from "./export-proof";
import { readAudit } from "./read-audit";
import { verifyAudit } from "./verify-audit";

let world: TestWorld;
let owner: postgres.Sql;
const auditeur = () => contextFor(world.db, actor("auditeur", { id: null }));
const ago = (days: number) => new Date(NOW.getTime() - days * 86_400_000);

async function add(type: string, days: number): Promise<void> {
  const ctx = contextFor(world.db, system, { now: ago(days) });
  await appendAudit(world.db, ctx, { action: `${type}.read`, objet: { type, id: 1 }, resultat: "ok" });
}

/** Places 0–5: two old entries of a client, one of an invoice, two young ones of the client; the last unsealed. */
beforeEach(async () => {
  world = await testWorld();
  owner = postgres(world.url, { max: 1, onnotice: () => {} });
  for (const [type, days] of [
    ["client", 800],
    ["client", 700],
    ["facture", 800],
    ["client", 10],
    ["client", 5],
  ] as const)
    await add(type, days);
  await sealLog(world.db, NOW);
  await add("intervenant", 800);
});
afterEach(async () => {
  await owner.end();
  await world.close();
});

const prune = (regle: "journal" | "journal_comptable" = "journal") =>
  applyConservation(contextFor(world.db, system), { regle });
const faults = async () =>
  (await verifyAudit(auditeur(), {})).alterees.map(({ flux, seq, faute }) => `${flux} ${seq} ${faute}`);
const texts = async () =>
  (await world.db.select({ flux: audit.flux, seq: audit.seq }).from(audit).orderBy(audit.id)).map(
    ({ flux, seq }) => `${flux} ${seq}`,
  );
const remove = (ranks: number[]) =>
  owner`delete from audit where id in (select entree_id from audit_scelles where rang = any (${ranks}))`;

/** What the outsider's program says of the log as it stands. */
async function outside(): Promise<{ code: number; said: string }> {
  const folder = mkdtempSync(join(tmpdir(), "dihya-elagage-"));
  const [file, key] = [join(folder, "log.ndjson"), join(folder, "key.txt")];
  let text = "";
  for await (const line of (await exportProof(auditeur(), {})).lines()) text += line;
  writeFileSync(file, text);
  writeFileSync(key, logKey().verifierKey);
  try {
    const args = ["scripts/verify-audit.mjs", file, "--key", key, "--lang", "en"];
    return { code: 0, said: execFileSync(process.execPath, args, { encoding: "utf8" }) };
  } catch (error) {
    const { status, stdout } = error as { status: number; stdout: string };
    return { code: status, said: stdout };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe("pruning the log", () => {
  test("takes sealed texts whose year is over, keeps billing and the unsealed, and everything still verifies", async () => {
    expect(await prune()).toEqual({ faits: 2, encore: false });
    expect(await prune("journal_comptable")).toEqual({ faits: 0, encore: false });
    expect(await texts()).toEqual([
      "facture:1 1",
      "client:1 3",
      "client:1 4",
      "intervenant:1 1",
      "conservation:journal 1",
    ]);
    expect(await faults()).toEqual([]);
    const { code, said } = await outside();
    expect(said).toMatch(/2 of them pruned under a signed record/);
    expect(code).toBe(0);
    const [first] = await world.db.select().from(audit).where(sql`flux = 'client:1' and seq = 3`);
    expect(await readAudit(auditeur(), { id: first?.id })).toMatchObject({ intacte: true });
  });

  test("of billing, takes what is ten years old", async () => {
    await add("paiement", 3700);
    await add("facture", 3700);
    await sealLog(world.db, NOW);
    // The second of invoice 1 stands behind a younger one: a stream loses its beginning only.
    expect(await prune("journal_comptable")).toEqual({ faits: 1, encore: false });
    expect(await faults()).toEqual([]);
  });

  test("a record for what is too young, for billing before ten years, or for what is not there, is refused whole", async () => {
    const before = await texts();
    for (const ranks of [[0, 3], [2], [0, 99]])
      await expect(world.db.transaction((tx) => pruneEntries(tx, "journal", ranks, NOW))).rejects.toThrow();
    await expect(owner`select elaguer_journal(array[3]::bigint[], 'x')`).rejects.toThrow(/append-only/);
    expect(await texts()).toEqual(before);
    expect(await owner`select 1 from audit_elagages`).toHaveLength(0);
  });

  test("nobody removes an entry without a record, and a record stays as it is", async () => {
    await expect(remove([0])).rejects.toThrow(/append-only/);
    await expect(world.db.execute(sql`delete from audit`)).rejects.toThrow();
    await prune();
    for (const statement of ["update audit_elagages set texte = 'x'", "delete from audit_elagages"])
      await expect(owner.unsafe(statement)).rejects.toThrow(/append-only/);
    await expect(
      world.db.execute(sql`insert into audit_elagages (texte, rangs, elague_le) values ('x', '{}', now())`),
    ).rejects.toThrow();
  });

  test("names a removal that no record names, beside one that a record does", async () => {
    await prune();
    await owner`alter table audit disable trigger user`;
    await remove([3]);
    expect(await faults()).toEqual(["client:1 3 lacune"]);
    expect((await outside()).said).toMatch(/Entry 3 .* is missing, and no signed record/);
  });

  test("believes no record of another key, whatever the database says, and none that the log does not tell of", async () => {
    const other = readLogKey(await newTokenKey());
    const body = (origin: string) => `${origin}/elagage\njournal\n${NOW.toISOString()}\n0-1\n`;
    await owner`select elaguer_journal(array[0, 1]::bigint[], ${signNote(other, body(logKey().origin))})`;
    expect(await faults()).toEqual(["elagage 1 elagage", "client:1 1 lacune", "client:1 2 lacune"]);
    expect((await outside()).code).toBe(1);
    await owner`alter table audit_elagages disable trigger user`;
    await owner`update audit_elagages set texte = ${signNote(logKey(), body(logKey().origin))}`;
    expect(await faults()).toContain("elagage 1 elagage");
  });
});
