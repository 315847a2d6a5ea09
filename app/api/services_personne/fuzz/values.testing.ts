import fc from "fast-check";
import type { Schema } from "./document.testing";

type Any = fc.Arbitrary<unknown>;

/** What only an enemy or a broken program sends in place of any value. */
export const hostile: Any = fc.oneof(
  fc.constantFrom(null, true, "", " ", [], {}, [[]], -1, 0, 1.5, 1e30, -1e308, 2_147_483_648, 9e15),
  fc.constantFrom("NaN", "null", "0x10", "1e3", "'; drop table clients; --", "../../etc/passwd", "%00%0a"),
  fc.constantFrom(
    "\u202eabc",
    "ⴰⵣⵓⵍ",
    "عربي",
    "👩‍🦽",
    "\ud800",
    "a\u0001b",
    "0000-00-00",
    "9999-12-31T23:59:59Z",
  ),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constant("x".repeat(5000)),
  fc.jsonValue({ maxDepth: 3 }) as Any,
);

/** Codes of the activities in the world of the test; filled by it. */
export const activites: string[] = [];

/** Values that fields of these names can hold in the world of the test. */
const named: [RegExp, Any][] = [
  [/^type$/, fc.nat(3).map((at) => activites[at % activites.length] ?? "menage")],
  [/^ordering$/, fc.constantFrom("id", "-id", "nom", "date", "-date")],
  [/^statut$/, fc.constantFrom("planifiee", "confirmee", "emise", "demandee", "publie")],
  [/(^|_)id$/, fc.integer({ min: 1, max: 12 })],
  [/^(ids|.*_ids)$/, fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 4 })],
  [/^periode$|^mois$/, fc.constantFrom("2026-03", "2025-09", "2030-01")],
  [/^semaine$/, fc.constantFrom("2026-W11", "2025-W37", "2026-W53")],
  [/^(email)$/, fc.nat(500).map((n) => `personne${n}@example.test`)],
  [/^telephone$/, fc.constantFrom("0139980000", "+33 1 39 98 00 00", "")],
  [/^code_postal$/, fc.constantFrom("75001", "69003")],
  [/^(date|debut|date_.*|du|au|fin.*)$/, moments()],
  [/^duree$/, fc.constantFrom(1, 1.5, 2, 24)],
  [
    /^rrule$/,
    fc.constantFrom("FREQ=WEEKLY;BYDAY=MO,TH", "FREQ=MONTHLY;BYDAY=1MO;COUNT=4", "FREQ=DAILY;INTERVAL=9"),
  ],
  [/^heure$/, fc.constantFrom("08:00", "14:30")],
  [/^(heure_.*)$/, fc.constantFrom("08:00", "18:00", "23:59")],
  [/prix|montant|total/, fc.constantFrom("25.00", "0.01", "9999.99")],
];

function moments(): Any {
  return fc
    .tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 7, max: 19 }), fc.boolean())
    .map(([day, hour, timed]) => {
      const date = new Date(Date.UTC(2026, 10, 20 + day)).toISOString().slice(0, 10);
      return timed ? `${date}T${String(hour).padStart(2, "0")}:00:00` : date;
    });
}

/** Values of a schema, most of them good, some off by a little, some hostile. */
export function anyValueOf(schema: Schema, name = "", depth = 0): Any {
  const good = goodValueOf(schema, name, depth);
  return fc.oneof({ arbitrary: good, weight: 80 }, { arbitrary: hostile, weight: 1 });
}

function goodValueOf(schema: Schema, name: string, depth: number): Any {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.const !== undefined) return fc.constant(schema.const);
  const parts = schema.anyOf ?? schema.oneOf;
  if (parts) return fc.oneof(...parts.map((part) => goodValueOf(part, name, depth)));
  const types = [schema.type ?? "string"].flat();
  return fc.oneof(...types.map((type) => typedValueOf(type, schema, name, depth)));
}

function typedValueOf(type: string, schema: Schema, name: string, depth: number): Any {
  if (type === "null") return fc.constant(null);
  if (type === "boolean") return fc.boolean();
  if (type === "object") return objectOf(schema, depth + 1);
  if (type === "array") {
    const items = anyValueOf(schema.items ?? {}, name.replace(/s$/, ""), depth + 1);
    return fc.array(items, { minLength: schema.minItems ?? 0, maxLength: Math.min(schema.maxItems ?? 3, 3) });
  }
  const known = named.find(([pattern]) => pattern.test(name))?.[1];
  if (known && !(type === "string" && schema.format === "date")) return known;
  return type === "string" ? textOf(schema) : numberOf(type, schema);
}

function numberOf(type: string, schema: Schema): Any {
  const min = Math.ceil(schema.minimum ?? (schema.exclusiveMinimum ?? -1) + 1);
  const max = Math.floor(Math.min(schema.maximum ?? 100_000, 1_000_000));
  const whole = fc.integer({ min, max: Math.max(min, max) });
  return type === "integer" ? whole : whole.map((n) => n / 4);
}

function textOf({ format, pattern, minLength = 0, maxLength = 60 }: Schema): Any {
  if (format === "date") return moments().map((text) => String(text).slice(0, 10));
  if (format === "email") return fc.nat(500).map((n) => `personne${n}@example.test`);
  if (pattern && !/\(\?|\\p/.test(pattern)) return fc.stringMatching(new RegExp(pattern));
  return fc.string({ unit: "grapheme", minLength, maxLength: Math.min(Math.max(minLength, maxLength), 60) });
}

/** Mostly every required field and some of the others; sometimes one missing, sometimes one too many. */
export function objectOf(schema: Schema, depth = 0): fc.Arbitrary<Record<string, unknown>> {
  const fields = Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([name, part]) => [name, anyValueOf(part, name, depth)]),
  );
  const required = Object.keys(fields).filter((name) => schema.required?.includes(name));
  const whole = fc.record(fields, { requiredKeys: required });
  const lacking = fc.record(fields, { requiredKeys: [] });
  const surplus = fc.tuple(whole, fc.string({ maxLength: 12 }), hostile).map(([object, name, value]) => ({
    ...object,
    [name === "__proto__" ? "proto" : name]: value,
  }));
  return fc.oneof(
    { arbitrary: whole, weight: 16 },
    { arbitrary: lacking, weight: 2 },
    { arbitrary: surplus, weight: 1 },
  ) as fc.Arbitrary<Record<string, unknown>>;
}
