import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { appendAll } from "@/lib/foundation/audit/append";
import { logKey } from "@/lib/foundation/audit/checkpoint";
import { sealLog } from "@/lib/foundation/audit/seal";
import { actor, contextFor, NOW, type TestWorld, testWorld } from "@/lib/foundation/testing";
import { exportProof } from "./export-proof";
import { listAudit } from "./list-audit";

let world: TestWorld;
let folder: string;
let lines: string[];
let kept: string;

beforeAll(async () => {
  world = await testWorld();
  folder = mkdtempSync(join(tmpdir(), "dihya-proof-"));
  const ctx = contextFor(world.db, actor("gestionnaire", { id: 7 }));
  const entry = (id: number) => ({
    action: "client.read",
    objet: { type: "client", id },
    resultat: "ok" as const,
  });
  for (let turn = 0; turn < 4; turn += 1) {
    await appendAll(world.db, ctx, [1, 2, 3].map(entry));
    await sealLog(world.db, NOW);
  }
  lines = await proof();
  kept = (
    JSON.parse(lines.filter((line) => line.includes("checkpoint")).at(-1) ?? "") as { checkpoint: string }
  ).checkpoint;
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await world.close();
});

async function proof(): Promise<string[]> {
  const { lines: made } = await exportProof(contextFor(world.db, actor("auditeur", { id: 9 })), {});
  let text = "";
  for await (const line of made()) text += line;
  return text.trimEnd().split("\n");
}

/** What the outsider's program says of these lines, and its exit code. */
function verdict(given: readonly string[], checkpoint?: string): { code: number; said: string } {
  const [file, key, old] = ["log.ndjson", "key.txt", "old.txt"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(file, `${given.join("\n")}\n`);
  writeFileSync(key, `${logKey().verifierKey}\n`);
  const args = ["scripts/verify-audit.mjs", file, "--key", key, "--lang", "en"];
  if (checkpoint !== undefined) {
    writeFileSync(old, checkpoint);
    args.push("--checkpoint", old);
  }
  try {
    return { code: 0, said: execFileSync(process.execPath, args, { encoding: "utf8", stdio: "pipe" }) };
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
    return { code: status, said: stdout + stderr };
  }
}

describe("the verifiable export", () => {
  test("holds for the outsider's program, which needs the file and the key alone", () => {
    expect(verdict(lines)).toEqual({
      code: 0,
      said: expect.stringContaining("Nothing was altered: 12 entries"),
    });
    expect(verdict(lines, kept).said).toContain("The checkpoint over 12 entries that you kept still holds");
  });

  test.each<[string, (all: string[]) => string[], RegExp]>([
    [
      "a changed fact",
      (all) => all.map((one, at) => (at === 3 ? one.replace("client.read", "client.list") : one)),
      /does not fit/,
    ],
    [
      "another writing of the same fact",
      (all) => all.map((one, at) => (at === 3 ? one.replace('\\"v\\":1', '\\"v\\": 1') : one)),
      /canonical form/,
    ],
    ["an entry taken out", (all) => all.filter((_, at) => at !== 2), /stands where entry/],
    ["the end of the file cut off", (all) => all.slice(0, -4), /end of the file is missing/],
    [
      "two entries exchanged",
      (all) => [...all.slice(0, 1), all[2] ?? "", all[1] ?? "", ...all.slice(3)],
      /out of order/,
    ],
    [
      "a checkpoint of another size",
      (all) => all.map((one) => one.replace("\\n6\\n", "\\n7\\n")),
      /not signed by this log/,
    ],
    [
      "an entry posed as pruned",
      (all) =>
        all.map((one, at) =>
          at === 1
            ? JSON.stringify({ rank: 0, stream: "client:1", seq: 1, leaf: "0".repeat(64), pruned: true })
            : one,
        ),
      /no signed record/,
    ],
  ])("names %s", (_, forge, sentence) => {
    const { code, said } = verdict(forge([...lines]));
    expect(said).toMatch(sentence);
    expect(code).toBe(1);
  });

  test("says so when what it was given cannot be checked", () => {
    expect(verdict(["{}"])).toEqual({ code: 2, said: expect.stringContaining("no export of the log") });
    expect(verdict(["not json"]).code).toBe(2);
  });

  test("is logged, and open to auditeur and admin only; it holds no name", async () => {
    const { results } = await listAudit(contextFor(world.db, actor("auditeur", { id: 9 })), {
      objet: "audit",
    });
    expect(results.map((one) => `${one.action} ${one.objet}`)).toContain(
      "audit.exportProof audit:journal.preuve",
    );
    await expect(exportProof(contextFor(world.db, actor("gestionnaire")), {})).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  test("shows a log that the owner wrote anew to whoever kept a checkpoint", async () => {
    const owner = postgres(world.url, { max: 1, onnotice: () => {} });
    for (const table of ["audit", "audit_flux", "audit_scelles", "audit_points"])
      await owner`alter table ${owner(table)} disable trigger user`;
    await owner`delete from audit_scelles`;
    await owner`delete from audit_points`;
    await owner`delete from audit where flux = 'client:3'`;
    await owner`delete from audit_flux where flux = 'client:3'`;
    await owner.end();
    const forged = await proof();
    expect(verdict(forged).code).toBe(0);
    expect(verdict(forged, kept)).toEqual({
      code: 1,
      said: expect.stringMatching(/it was rewritten|was cut off/),
    });
  });
});
