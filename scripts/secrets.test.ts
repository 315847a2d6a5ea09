import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { loadSecrets } from "./secrets";

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "dihya-secrets-"));
});
afterEach(() => {
  rmSync(home, { recursive: true });
  vi.unstubAllEnvs();
});

test("secrets are made once, strong, and readable by their owner only", () => {
  const first = loadSecrets(home);
  expect(loadSecrets(home)).toEqual(first);
  expect(statSync(join(home, "secrets.json")).mode & 0o777).toBe(0o600);
  expect(Buffer.from(first.NEXTAUTH_SECRET, "base64url")).toHaveLength(32);
  expect(Buffer.from(first.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY, "base64")).toHaveLength(32);
  expect(JSON.parse(first.DIHYA_TOKEN_KEY)).toMatchObject({
    kty: "OKP",
    crv: "Ed25519",
    d: expect.any(String),
  });
});

test("the log is signed with a key of its own", () => {
  const { DIHYA_LOG_KEY: log, DIHYA_TOKEN_KEY: token } = loadSecrets(home);
  expect(JSON.parse(log)).toMatchObject({ kty: "OKP", crv: "Ed25519", d: expect.any(String) });
  expect(JSON.parse(log).x).not.toBe(JSON.parse(token).x);
});

test("a variable of the environment wins and is not written down", () => {
  vi.stubEnv("NEXTAUTH_SECRET", "from-the-environment");
  expect(loadSecrets(home).NEXTAUTH_SECRET).toBe("from-the-environment");
  expect(readFileSync(join(home, "secrets.json"), "utf8")).not.toContain("from-the-environment");
});

test("a secret added by a newer version joins the old ones, which stay", () => {
  writeFileSync(join(home, "secrets.json"), '{"NEXTAUTH_SECRET":"kept","FORMER":"kept too"}');
  expect(loadSecrets(home)).toMatchObject({ NEXTAUTH_SECRET: "kept", DIHYA_TOKEN_KEY: expect.any(String) });
  expect(readFileSync(join(home, "secrets.json"), "utf8")).toContain("kept too");
});

test("a damaged file is refused instead of replaced: the data depends on its keys", () => {
  writeFileSync(join(home, "secrets.json"), '{"NEXTAUTH_');
  expect(() => loadSecrets(home)).toThrow(/restore it from your backup/);
});
