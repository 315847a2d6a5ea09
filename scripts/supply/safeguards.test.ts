import { existsSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { proofsOf, wrongIn } from "./evidence.testing";

type Line = { safeguard: string; where: string; "broken by": string; evidence: string };
const lines = parse(readFileSync("docs/security/safeguards.csv", "utf8"), { columns: true }) as Line[];

/** What an auditor asks for first; each has its line, whatever else has one. */
const asked = [
  "exclusion constraint",
  "clear, past the product",
  "empty AAD",
  "returns whatever is asked for",
  "foreign Origin",
  "the policy is taken away",
  "rebinding",
  "a byte too many",
  "begin a formula",
  "one time too many",
  "updates, deletes and truncates",
  "another key signs",
  "without the code",
  "entries of the list",
  "both are lowered",
  "one bit is turned",
];

describe("docs/security/safeguards.csv", () => {
  test("names each safeguard once, where it stands, and how it is broken on purpose", () => {
    expect(new Set(lines.map(({ safeguard }) => safeguard)).size).toBe(lines.length);
    expect(lines.filter((line) => !existsSync(line.where)).map(({ where }) => where)).toEqual([]);
    expect(lines.filter((line) => line["broken by"] === "")).toEqual([]);
    expect(asked.filter((one) => !lines.some((line) => line["broken by"].includes(one)))).toEqual([]);
  });

  test("names a test for each, by its name, and none that is gone", () => {
    const named = lines.map(({ safeguard, evidence }) => ({ id: safeguard, evidence }));
    expect(named.flatMap(wrongIn)).toEqual([]);
    const untested = named.filter(({ evidence }) =>
      proofsOf(evidence).some(
        ([path = "", name]) => name === undefined || !/\.(test|spec)\.tsx?$/.test(path),
      ),
    );
    expect(untested).toEqual([]);
    expect(named.filter(({ evidence }) => evidence === "")).toEqual([]);
    expect(wrongIn({ id: "x", evidence: "db/vault/cipher.test.ts § nobody wrote this" })).toHaveLength(1);
  });
});
