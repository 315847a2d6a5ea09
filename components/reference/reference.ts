/** The parts of an OpenAPI document that the reference page shows. */
export type Schema = {
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  anyOf?: Schema[];
  oneOf?: Schema[];
};
type Media = { schema?: Schema; example?: unknown; examples?: Record<string, unknown> };
type Answer = { $ref?: string; content?: Record<string, Media> };
type Described = {
  operationId: string;
  summary?: string;
  description?: string;
  tags?: string[];
  security?: object[];
  parameters?: { name: string; in: string; required?: boolean; schema?: Schema }[];
  requestBody?: { content: Record<string, Media> };
  responses: Record<string, Answer>;
  "x-summary"?: Record<string, string>;
  "x-roles"?: Record<string, string>;
};
export type ReferenceDocument = {
  paths?: Record<string, unknown>;
  components?: { responses?: unknown };
};

/** A field of a body or an answer: `adresses[].voie`, and what it may hold, in the words of JSON Schema. */
export type Field = { name: string; type: string; values: string[]; isRequired: boolean };
export type Parameter = Field & { place: "path" | "query" };
export type Reference = {
  id: string;
  verb: string;
  path: string;
  summary: string;
  /** Role → reach; absent where the address is no operation. */
  roles: Record<string, string>;
  isPublic: boolean;
  parameters: Parameter[];
  body?: { types: string[]; fields: Field[]; example: string };
  success: { status: string; types: string[]; fields: Field[]; example?: string };
  refusals: string[];
};
export type Resource = { name: string; endpoints: Reference[] };

/** Every endpoint of the document, by resource, with its summary in `language`. */
export function resourcesOf(document: ReferenceDocument, language: "fr" | "en"): Resource[] {
  const resources = new Map<string, Reference[]>();
  for (const [path, verbs] of Object.entries(document.paths ?? {}))
    for (const [verb, described] of Object.entries(verbs as Record<string, Described>)) {
      const name = described.tags?.[0] ?? "";
      resources.set(name, [...(resources.get(name) ?? []), referenceOf(verb, path, described, language)]);
    }
  return [...resources]
    .map(([name, endpoints]) => ({ name, endpoints }))
    .sort((a, b) => a.name.localeCompare(b.name, "fr"));
}

function referenceOf(verb: string, path: string, described: Described, language: "fr" | "en"): Reference {
  const own = { fr: described.summary, en: described.description?.split("\n")[0] };
  return {
    id: described.operationId,
    verb: verb.toUpperCase(),
    path,
    summary: described["x-summary"]?.[language] ?? own[language] ?? described.operationId,
    roles: described["x-roles"] ?? {},
    isPublic: described.security?.some((one) => Object.keys(one).length === 0) ?? false,
    parameters: (described.parameters ?? []).flatMap(({ name, in: place, required, schema = {} }) =>
      place === "path" || place === "query"
        ? [{ place, name, isRequired: required ?? false, ...kindOf(schema) }]
        : [],
    ),
    ...(described.requestBody ? { body: bodyOf(described.requestBody.content) } : {}),
    success: successOf(described.responses),
    refusals: Object.keys(described.responses).filter((status) => Number(status) >= 400),
  };
}

function bodyOf(content: Record<string, Media>) {
  const json = content["application/json"];
  return {
    types: Object.keys(content),
    fields: fieldsOf(json?.schema ?? {}),
    example: JSON.stringify(json?.example ?? {}, null, 2),
  };
}

function successOf(responses: Record<string, Answer>): Reference["success"] {
  const [status = "200", answer = {}] =
    Object.entries(responses).find(([name]) => Number(name) >= 200 && Number(name) < 300) ?? [];
  const [media] = Object.entries(answer.content ?? {}).flatMap(([type, one]) =>
    type.endsWith("json") ? [one] : [],
  );
  return {
    status,
    types: Object.keys(answer.content ?? {}),
    fields: fieldsOf(media?.schema ?? {}),
    ...(media?.example === undefined ? {} : { example: JSON.stringify(media.example, null, 2) }),
  };
}

/** The fields of an object and of the objects inside it, each under its whole name. */
export function fieldsOf(schema: Schema, prefix = ""): Field[] {
  const object = objectIn(schema);
  if (!object) return [];
  return Object.entries(object.schema.properties ?? {}).flatMap(([name, part]) => {
    const whole = `${prefix}${object.many}${prefix || object.many ? "." : ""}${name}`;
    const field = {
      name: whole,
      isRequired: object.schema.required?.includes(name) ?? false,
      ...kindOf(part),
    };
    return [field, ...fieldsOf(part, whole)];
  });
}

/** The object that a schema is, or that its list or one of its alternatives holds. */
function objectIn(schema: Schema): { schema: Schema; many: "" | "[]" } | undefined {
  if (schema.properties) return { schema, many: "" };
  const inner = schema.items && objectIn(schema.items);
  if (inner) return { schema: inner.schema, many: "[]" };
  for (const part of [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]) {
    const found = objectIn(part);
    if (found) return found;
  }
  return undefined;
}

function kindOf(schema: Schema): Pick<Field, "type" | "values"> {
  const parts = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].map(kindOf);
  if (parts.length > 0)
    return {
      type: [...new Set(parts.map(({ type }) => type))].join(" | "),
      values: parts.flatMap(({ values }) => values),
    };
  if (schema.const !== undefined) return { type: "const", values: [String(schema.const)] };
  if (schema.enum) return { type: "string", values: schema.enum.map(String) };
  const types = [schema.type ?? "any"].flat().map((type) => namedType(type, schema));
  return { type: types.join(" | "), values: schema.items ? kindOf(schema.items).values : [] };
}

/** Limits beyond what anybody would reach by intent say nothing. */
const BEYOND = 15_000;

function namedType(type: string, schema: Schema): string {
  if (type === "array") return `${kindOf(schema.items ?? {}).type}[]`;
  if (type === "string")
    return [schema.format ?? "string", rangeOf(schema.minLength, schema.maxLength)].join("");
  if (type !== "integer" && type !== "number") return type;
  const least =
    schema.minimum ?? (schema.exclusiveMinimum === undefined ? undefined : schema.exclusiveMinimum + 1);
  return `${type}${rangeOf(least, schema.maximum)}`;
}

function rangeOf(least?: number, most?: number): string {
  const from = least === undefined || least < -BEYOND ? undefined : least;
  const to = most === undefined || most >= BEYOND ? undefined : most;
  if (from === undefined && to === undefined) return "";
  if (from === undefined) return ` ≤ ${to}`;
  return to === undefined ? ` ≥ ${from}` : ` ${from}–${to}`;
}

export type RefusalStatus = { status: number; codes: string[] };

/** The codes of each refused status, from the answers that endpoints share. */
export function refusalStatusesOf(document: ReferenceDocument): RefusalStatus[] {
  const shared = (document.components?.responses ?? {}) as Record<string, { description?: string }>;
  return Object.values(shared)
    .flatMap(({ description = "" }) => {
      const [status, codes] = description.split(": ");
      return codes ? [{ status: Number(status), codes: codes.split(", ") }] : [];
    })
    .sort((a, b) => a.status - b.status);
}
