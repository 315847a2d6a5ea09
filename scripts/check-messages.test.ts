import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";

type Slice = Record<string, unknown>;
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A text stands for the whole file as it is. */
function check(texts: Partial<Record<"fr" | "en" | "ar" | "tzm", Slice | string>>): {
  status: number | null;
  said: string;
} {
  const folder = mkdtempSync(path.join(tmpdir(), "check-messages-"));
  folders.push(folder);
  for (const [locale, slice] of Object.entries(texts)) {
    mkdirSync(path.join(folder, locale));
    const text = typeof slice === "string" ? slice : JSON.stringify(slice);
    writeFileSync(path.join(folder, locale, "x.json"), text);
  }
  const run = spawnSync(process.execPath, [path.join(import.meta.dirname, "check-messages.mjs"), folder], {
    encoding: "utf8",
  });
  return { status: run.status, said: run.stderr + run.stdout };
}

const good = {
  fr: { a: { b: "Bonjour {name}" }, n: "{count, plural, one {# jour} other {# jours}}" },
  en: { a: { b: "Hello {name}" }, n: "{count, plural, one {# day} other {# days}}" },
  ar: {
    a: { b: "مرحبا {name}" },
    n: "{count, plural, zero {لا أيام} one {يوم} two {يومان} few {# أيام} many {# يوما} other {# يوم}}",
  },
  tzm: { a: { b: "Azul {name}" }, n: "{count, plural, one {# n wass} other {# n wussan}}" },
};

describe("check-messages", () => {
  it("accepts four languages that agree", () => {
    expect(check(good)).toMatchObject({ status: 0 });
  });

  it.each<[string, Partial<typeof good> | Record<string, Slice>, string]>([
    ["a missing key", { en: { a: {}, n: good.en.n } }, "en/x.json a.b: missing key"],
    ["a key French lacks", { ar: { ...good.ar, c: "نعم" } }, "fr/x.json c: missing key"],
    [
      "another placeholder",
      { en: { ...good.en, a: { b: "Hello {nom}" } } },
      "en/x.json a.b: placeholders differ",
    ],
    [
      "a missing Arabic form",
      { ar: { ...good.ar, n: "{count, plural, one {يوم} other {#}}" } },
      "lacks plural zero, two, few, many",
    ],
    [
      "a form the language never uses",
      { tzm: { ...good.tzm, n: "{count, plural, one {#} few {#} other {#}}" } },
      "has plural few",
    ],
    ["a Greek look-alike", { tzm: { ...good.tzm, a: { b: "Taεrabt {name}" } } }, "tzm/x.json a.b: Greek"],
    ["Arabic-Indic digits", { ar: { ...good.ar, a: { b: "مرحبا {name} ٣" } } }, "Arabic-Indic digits"],
    ["an empty text", { en: { ...good.en, a: { b: " " } } }, "empty text"],
    [
      "French left in Arabic",
      { ar: { ...good.ar, a: { b: "Bonjour {name}" } } },
      "ar/x.json a.b: same text as French",
    ],
    ["broken braces", { en: { ...good.en, a: { b: "Hello {name" } } }, "not a valid message"],
    ["a placeholder hidden by an apostrophe", { fr: { ...good.fr, a: { b: "l'{name}" } } }, "apostrophe"],
    [
      "a number formatted by the engine",
      { en: { ...good.en, a: { b: "Hello {name, number}" } } },
      "formatted in the message",
    ],
    ["a list", { fr: { ...good.fr, a: { b: ["x"] } } }, "neither a text nor a group"],
  ])("refuses %s and names it", (_title, change, expected) => {
    const { status, said } = check({ ...good, ...change });
    expect(status).toBe(1);
    expect(said).toContain(expected);
  });

  it("refuses a key written twice in one group, also under another spelling, but not in two groups", () => {
    const tail = JSON.stringify(good.fr).slice(1);
    const twice = check({ ...good, fr: `{"a": {"b": "Salut {name}"}, ${tail}` });
    expect(twice.status).toBe(1);
    expect(twice.said).toContain("fr/x.json a: written twice");
    const inside = check({
      ...good,
      fr: JSON.stringify(good.fr).replace('"b":', '"\\u0062": "{ \\"b\\": }", "b":'),
    });
    expect(inside.said).toContain("fr/x.json a.b: written twice");
    const apart = (slice: Slice) => ({ ...slice, c: slice.a });
    expect(
      check({ fr: apart(good.fr), en: apart(good.en), ar: apart(good.ar), tzm: apart(good.tzm) }),
    ).toMatchObject({ status: 0 });
  });

  it("refuses a language without the file", () => {
    const { tzm: _left, ...three } = good;
    expect(check(three)).toMatchObject({
      status: 1,
      said: expect.stringContaining("tzm/x.json: missing file"),
    });
  });

  it("accepts the product's own messages", () => {
    const run = spawnSync(process.execPath, [path.join(import.meta.dirname, "check-messages.mjs")], {
      encoding: "utf8",
      cwd: path.dirname(import.meta.dirname),
    });
    expect(run.stderr).toBe("");
  });
});
