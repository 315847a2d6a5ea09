/** The part of a JSON schema that an example depends on. */
export type ExampleSchema = {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  items?: ExampleSchema;
  minItems?: number;
  maxItems?: number;
  properties?: Record<string, ExampleSchema>;
  anyOf?: ExampleSchema[];
  oneOf?: ExampleSchema[];
};

const words: Record<string, unknown> = {
  nom: "Petit",
  prenom: "Lina",
  email: "lina.petit@example.org",
  telephone: "+33 1 39 98 00 00",
  libelle: "Ménage",
  type: "menage",
  voie: "12 rue des Lilas",
  commune: "Lyon",
  code_postal: "69003",
  fuseau: "Europe/Paris",
  devise: "EUR",
  duree: 2,
  date: "2026-03-12T10:00:00+01:00",
  fin: "2026-03-12T12:00:00+01:00",
  latitude: 45.76,
  longitude: 4.84,
  langue: "fr",
  periode: "2026-03",
  mois: "2026-03",
  semaine: "2026-W11",
  next: null,
  previous: null,
  statut: "ok",
  password: "une phrase assez longue",
  mot_de_passe: "une phrase assez longue",
};
const texts = [
  "…",
  "2026-03-12T10:00:00+01:00",
  "2026-03-12",
  "2026-03",
  "2026-W11",
  "10:00",
  "25.00",
  "FR",
  "fr",
  "menage",
  "lina.petit@example.org",
  "+33 1 39 98 00 00",
  "69003",
  "https://example.org/",
  "3f0c1a52-6f0e-4d53-9b7c-0d2a8a1c7e11",
  "une-phrase-assez-longue-pour-un-secret",
  "a".repeat(64),
  "",
];
const formats: Record<string, string> = {
  date: "2026-03-12",
  "date-time": "2026-03-12T10:00:00+01:00",
  email: "lina.petit@example.org",
  uri: "https://example.org/",
  uuid: "3f0c1a52-6f0e-4d53-9b7c-0d2a8a1c7e11",
};

/** A value that the schema accepts, made of what a field of this name usually holds. */
export function exampleValue(schema: ExampleSchema, name = ""): unknown {
  if (schema.enum) return schema.enum[0];
  if (schema.const !== undefined) return schema.const;
  const part = schema.anyOf?.[0] ?? schema.oneOf?.[0];
  if (part) return exampleValue(part, name);
  const types = [schema.type ?? []].flat();
  if (Object.hasOwn(words, name) && fits(words[name], schema, types)) return words[name];
  switch (types.find((type) => type !== "null") ?? "null") {
    case "object":
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([key, value]) => [key, exampleValue(value, key)]),
      );
    case "array":
      return Array.from({ length: Math.max(1, schema.minItems ?? 1) }, () =>
        exampleValue(schema.items ?? {}, name.replace(/s$/, "")),
      );
    case "boolean":
      return true;
    case "integer":
    case "number":
      return exampleNumber(schema);
    case "string":
      return exampleText(schema);
    default:
      return null;
  }
}

function exampleNumber({ default: usual, minimum, exclusiveMinimum, maximum }: ExampleSchema): number {
  if (typeof usual === "number") return usual;
  const least = minimum ?? (exclusiveMinimum === undefined ? 1 : exclusiveMinimum + 1);
  return Math.max(least, Math.min(1, maximum ?? 1));
}

function exampleText(schema: ExampleSchema): string {
  const known = formats[schema.format ?? ""];
  if (known) return known;
  const found =
    schema.pattern || schema.minLength ? texts.find((text) => fits(text, schema, ["string"])) : "…";
  return found ?? "…".repeat(schema.minLength ?? 1);
}

function fits(value: unknown, schema: ExampleSchema, types: string[]): boolean {
  if (value === null) return types.includes("null");
  if (typeof value === "number") return types.includes("number") || types.includes("integer");
  if (typeof value !== "string" || !types.includes("string") || schema.format) return false;
  if (schema.pattern && !new RegExp(schema.pattern).test(value)) return false;
  return (
    value.length >= (schema.minLength ?? 0) && value.length <= (schema.maxLength ?? Number.POSITIVE_INFINITY)
  );
}
