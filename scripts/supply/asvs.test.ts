import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { proofsOf, wrongIn } from "./evidence.testing";

type Line = { id: string; level: string; status: string; evidence: string; note: string };
const lines = parse(readFileSync("docs/security/asvs.csv", "utf8"), { columns: true }) as Line[];

/** Requirements of ASVS 5.0.0 at levels 1 and 2, by chapter: 253 less WebRTC, GraphQL, WebSocket and the OAuth server. */
const byChapter = {
  1: 27,
  2: 11,
  3: 19,
  4: 4,
  5: 9,
  6: 35,
  7: 18,
  8: 7,
  9: 7,
  10: 13,
  11: 14,
  12: 9,
  13: 13,
  14: 9,
  15: 13,
  16: 16,
};
const statuses = ["met", "partly", "not met", "not applicable"];

const proofs = ({ evidence }: Line) => proofsOf(evidence);

describe("docs/security/asvs.csv", () => {
  test("has each requirement once", () => {
    expect(new Set(lines.map(({ id }) => id)).size).toBe(224);
    const counted: Record<string, number> = {};
    for (const { id } of lines) counted[id.split(".")[0] ?? ""] = (counted[id.split(".")[0] ?? ""] ?? 0) + 1;
    expect(counted).toEqual(byChapter);
    expect(lines.filter(({ id, level }) => !/^\d+\.\d+\.\d+$/.test(id) || !/^[12]$/.test(level))).toEqual([]);
  });

  test("names only tests and documents that exist", () => {
    expect(lines.flatMap(wrongIn)).toEqual([]);
    const gone = { id: "0.0.0", level: "1", status: "met", note: "" };
    expect(wrongIn({ ...gone, evidence: "server/guard.test.ts § a test that nobody wrote" })).toHaveLength(1);
    expect(wrongIn({ ...gone, evidence: "docs/no-such-page.md" })).toHaveLength(1);
  });

  test("says how each stands, with a proof or a reason", () => {
    expect(lines.filter(({ status }) => !statuses.includes(status)).map(({ id }) => id)).toEqual([]);
    expect(lines.filter((line) => proofs(line).length === 0 && line.note === "").map(({ id }) => id)).toEqual(
      [],
    );
    expect(lines.filter(({ status, note }) => status !== "met" && note === "").map(({ id }) => id)).toEqual(
      [],
    );
  });

  test("stands in the summary as it is counted", () => {
    const of = (status: string) => lines.filter((line) => line.status === status).length;
    const tested = lines.filter((line) => proofs(line).some(([, name]) => name !== undefined)).length;
    const counted = `${of("met")} met, ${of("partly")} partly, ${of("not met")} not met, ${of("not applicable")} not applicable; ${tested} of 224`;
    expect(readFileSync("docs/security.md", "utf8").replaceAll(/\s+/g, " ")).toContain(counted);
  });

  test("is held by automated tests for three requirements of five at least", () => {
    const tested = lines.filter((line) => proofs(line).some(([, name]) => name !== undefined));
    expect(tested.length / lines.length).toBeGreaterThanOrEqual(0.6);
  });
});
