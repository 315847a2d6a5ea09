import postgres from "postgres";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { appendAll } from "@/lib/foundation/audit/append";
import {
  logKey,
  openCheckpoint,
  readLogKey,
  readVerifierKey,
  signCheckpoint,
} from "@/lib/foundation/audit/checkpoint";
import { sealLog } from "@/lib/foundation/audit/seal";
import { actor, contextFor, NOW, type TestWorld, testWorld } from "@/lib/foundation/testing";
import { newTokenKey } from "@/lib/foundation/tokens";
import { verifyAudit } from "./verify-audit";

let world: TestWorld;
let owner: postgres.Sql;
const tables = ["audit", "audit_flux", "audit_scelles", "audit_points"] as const;

/** Three streams of four entries, sealed after each round; the database's owner stands ready to forge. */
beforeEach(async () => {
  world = await testWorld();
  owner = postgres(world.url, { max: 1, onnotice: () => {} });
  const ctx = contextFor(world.db, actor("gestionnaire", { id: null }));
  const entry = (id: number) => ({
    action: "client.read",
    objet: { type: "client", id },
    resultat: "ok" as const,
  });
  for (let turn = 0; turn < 4; turn += 1) {
    await appendAll(world.db, ctx, [1, 2, 3].map(entry));
    await sealLog(world.db, NOW);
  }
  for (const table of tables) await owner`alter table ${owner(table)} disable trigger user`;
});
afterEach(async () => {
  await owner.end();
  await world.close();
});

const auditeur = () => contextFor(world.db, actor("auditeur", { id: null }));
const faults = async (point?: string) =>
  (await verifyAudit(auditeur(), { point })).alterees.map(
    ({ flux, seq, faute }) => `${flux} ${seq} ${faute}`,
  );

/** Changes an entry and hashes its whole chain anew, head included, as somebody with the owner's rights could. */
async function rewriteChain(flux: string): Promise<void> {
  const rows = await owner`select id, canon, feuille from audit where flux = ${flux} order by seq`;
  let leaf = "0".repeat(64);
  for (const { id, canon } of rows) {
    const text = (canon as string)
      .replace("client.read", "client.list")
      .replace(/"prev":"[0-9a-f]{64}"/, `"prev":"${leaf}"`);
    const [done] = await owner`update audit set canon = ${text}, action = 'client.list', precedent = ${leaf},
      feuille = encode(sha256('\\x00'::bytea || convert_to(${text}, 'UTF8')), 'hex') where id = ${id} returning feuille`;
    leaf = done?.feuille as string;
  }
  await owner`update audit_flux set tete = ${leaf} where flux = ${flux}`;
}

describe("the verification of the sealed log", () => {
  test("counts what is sealed and the checkpoints it recomputed; a kept checkpoint still holds later", async () => {
    const [kept] = await owner`select texte from audit_points where taille = 6`;
    const found = await verifyAudit(auditeur(), {
      point: `${String(kept?.texte).replaceAll("\n", "\r\n")} `,
    });
    expect(found).toMatchObject({ intact: true, entrees: 12, scellees: 12, points: 4, alterees: [] });
  });

  test("finds a chain that was written anew, its hashes and head included", async () => {
    await rewriteChain("client:2");
    expect(await faults()).toEqual([
      "client:2 1 scelle",
      "client:2 2 scelle",
      "client:2 3 scelle",
      "client:2 4 scelle",
    ]);
  });

  test("finds it also when the sealed leaves were written anew: the signed root is another", async () => {
    await rewriteChain("client:2");
    await owner`update audit_scelles s set feuille = decode(a.feuille, 'hex') from audit a where a.id = s.entree_id`;
    expect(await faults()).toEqual(["checkpoint 3 racine"]);
  });

  test("finds it even when all checkpoints were signed anew by another key, or with this key against a kept one", async () => {
    const [kept] = await owner`select texte from audit_points where taille = 12`;
    await owner`delete from audit_scelles`;
    await owner`delete from audit_points`;
    await rewriteChain("client:2");
    await sealLog(world.db, NOW);
    expect(await faults()).toEqual([]);
    expect(await faults(kept?.texte as string)).toEqual(["checkpoint 12 racine"]);
    const root = openCheckpoint(readVerifierKey(logKey().verifierKey), kept?.texte as string)?.root as Buffer;
    const other = readLogKey(await newTokenKey());
    const posed = signCheckpoint({ ...other, origin: logKey().origin }, { size: 12, root });
    await owner`update audit_points set texte = ${posed}`;
    expect(await faults()).toEqual(["checkpoint 12 signature"]);
  });

  test("finds a text that is no JSON any more, with its old hash and with a new one", async () => {
    await owner`update audit set canon = '{no JSON}' where flux = 'client:2' and seq = 2`;
    expect(await faults()).toEqual(["client:2 2 empreinte"]);
    await owner`update audit set feuille = encode(sha256('\\x00'::bytea || convert_to(canon, 'UTF8')), 'hex')
      where flux = 'client:2' and seq = 2`;
    expect(await faults()).toEqual(["audit:journal 0 colonnes"]);
  });

  test("finds an end that was cut off, with and without its seals", async () => {
    const [kept] = await owner`select texte from audit_points where taille = 12`;
    await owner`delete from audit where flux = 'client:3' and seq = 4`;
    await owner`update audit_flux f set seq = 3, tete = a.feuille from audit a
      where f.flux = 'client:3' and a.flux = f.flux and a.seq = 3`;
    expect(await faults()).toEqual(["client:3 4 lacune"]);
    await owner`delete from audit_scelles where flux = 'client:3' and seq = 4`;
    expect(await faults()).toEqual(["checkpoint 11 point", "checkpoint 12 recul"]);
    await owner`delete from audit_points where taille = 12`;
    expect(await faults()).toEqual(["checkpoint 11 point"]);
    await owner`delete from audit_scelles where rang >= 9`;
    expect(await faults(kept?.texte as string)).toEqual(["checkpoint 12 recul"]);
  });

  test("finds an entry slipped in below what was sealed, an empty place, a leaf in another's place", async () => {
    await owner`update audit_scelles set rang = 99 where rang = 11`;
    expect(await faults()).toEqual(["checkpoint 100 rang"]);
    await owner`update audit_scelles set rang = 11 where rang = 99`;
    await owner`update audit_scelles set feuille = (select feuille from audit_scelles where rang = 11) where rang = 10`;
    expect(await faults()).toEqual(["checkpoint 12 racine", "client:2 4 scelle"]);
  });
});
