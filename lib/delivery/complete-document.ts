import { type RefusalCode, refusals } from "@/lib/foundation/errors";
import { type ExampleSchema, exampleValue } from "./example-value";
import { exampleProblem, problemCodes } from "./problem-catalogue";

type Media = { schema?: ExampleSchema; example?: unknown };
type Answer = { description?: string; headers?: object; content?: Record<string, Media>; $ref?: string };
type Described = {
  parameters?: { in?: string; schema?: ExampleSchema }[];
  requestBody?: { content: Record<string, Media> };
  responses: Record<string, Answer>;
};
export type ApiDocument = {
  paths?: Record<string, unknown>;
  components?: { responses?: object; headers?: object };
};

const names: Record<number, string> = {
  400: "Malformed",
  401: "Unauthenticated",
  403: "Forbidden",
  404: "NotFound",
  405: "MethodNotAllowed",
  406: "NotAcceptable",
  409: "Conflict",
  412: "PreconditionFailed",
  413: "PayloadTooLarge",
  415: "UnsupportedMediaType",
  422: "Unprocessable",
  429: "TooManyRequests",
  500: "Internal",
  502: "PluginFailed",
  503: "Unavailable",
  504: "PluginTimeout",
};
const texts: Record<string, string> = {
  "X-Request-Id": "Number of the request; give it to the agency when asking about it.",
  ETag: "Version of the answer, for If-None-Match and If-Match.",
  Location: "Address of what was made.",
  Link: "Next and previous page (RFC 8288).",
  "Retry-After": "Seconds to wait.",
  "RateLimit-Policy":
    'Requests (q) allowed in so many seconds (w), by policy: "address", and "guest", "account" or "key" (draft-ietf-httpapi-ratelimit-headers).',
  RateLimit: "Requests left (r) and seconds until all may be sent again (t), by policy.",
};
const common = ["X-Request-Id", "RateLimit-Policy", "RateLimit"];

const refs = (list: readonly string[]) =>
  Object.fromEntries(list.map((name) => [name, { $ref: `#/components/headers/${name}` }]));

/** Adds to the generated document what holds for every endpoint: refusals, headers, and an example of each answer. */
export function completeDocument<D extends ApiDocument>(document: D): D {
  const verbs = Object.entries((document.paths ?? {}) as Record<string, Record<string, Described>>).flatMap(
    ([path, list]) => Object.entries(list).map(([verb, described]) => ({ path, verb, described })),
  );
  for (const { path, verb, described } of verbs) complete(path, verb, described);
  const components = {
    ...document.components,
    headers: Object.fromEntries(
      Object.entries(texts).map(([name, description]) => [name, header(name, description)]),
    ),
    responses: Object.fromEntries(
      Object.entries(names).map(([status, name]) => [name, refusal(Number(status))]),
    ),
  };
  return { ...document, components };
}

const header = (name: string, description: string) => ({
  description,
  schema:
    name === "Retry-After"
      ? { type: "integer", minimum: 0, maximum: 2_147_483_647 }
      : { type: "string", maxLength: 2000 },
});

/** A body has at most a million bytes, an address sixteen thousand; whole numbers are those that JSON keeps exact. */
const MAX_BODY = 1_000_000;
const MAX_ADDRESS = 16_000;

/** States the limits that hold for whatever a caller sends where the operation states none of its own. */
function bound(schema: ExampleSchema, most: number): void {
  const parts = schema.anyOf ?? schema.oneOf ?? [];
  for (const part of parts) bound(part, most);
  const types = [schema.type ?? []].flat();
  // A switch in an address is one of two words.
  if (parts.some((part) => part.type === "boolean"))
    for (const part of parts) if (part.type === "string" && !part.pattern) part.enum ??= ["true", "false"];
  if (types.includes("string") && !schema.enum && !schema.format && !schema.pattern)
    schema.maxLength ??= most;
  if (types.includes("integer")) {
    if (schema.exclusiveMinimum === undefined) schema.minimum ??= Number.MIN_SAFE_INTEGER;
    schema.maximum ??= Number.MAX_SAFE_INTEGER;
  }
  if (types.includes("array")) schema.maxItems ??= most / 2;
  if (schema.items) bound(schema.items, most);
  for (const part of Object.values(schema.properties ?? {})) bound(part, most);
}

/** The statuses by which an endpoint may refuse, from what it is. */
function statusesOf(path: string, verb: string): number[] {
  const write = verb !== "get";
  const body = write && verb !== "delete";
  return [
    ...[400, 401, 403, 404, 406, 422, 429, 500, 503],
    ...(write ? [409] : []),
    ...(write && path.includes("{") ? [412] : []),
    ...(body ? [413, 415] : []),
    ...(body && path.includes("/plugins/") ? [502, 504] : []),
  ].sort((a, b) => a - b);
}

function complete(path: string, verb: string, described: Described): void {
  for (const { schema } of described.parameters ?? []) if (schema) bound(schema, MAX_ADDRESS);
  for (const media of Object.values(described.requestBody?.content ?? {})) {
    if (media.schema) bound(media.schema, MAX_BODY);
    addExample(media);
  }
  for (const [status, answer] of Object.entries(described.responses)) {
    if (status === "default") continue;
    const own = [
      ...(verb === "get" ? ["ETag"] : []),
      ...(status === "201" || status === "202" ? ["Location"] : []),
      ...(answer.content?.["text/csv"] ? ["Link"] : []),
    ];
    answer.headers = refs([...common, ...own]);
    for (const [type, media] of Object.entries(answer.content ?? {}))
      if (type.endsWith("json")) addExample(media);
  }
  delete described.responses.default;
  if (verb === "get")
    described.responses[304] = { description: "Not modified", headers: refs([...common, "ETag"]) };
  for (const status of statusesOf(path, verb))
    described.responses[status] ??= { $ref: `#/components/responses/${names[status]}` };
}

function addExample(media: Media): void {
  if (media.schema && media.example === undefined) media.example = exampleValue(media.schema);
}

function refusal(status: number) {
  const codes = problemCodes.filter((code) => refusals[code] === status);
  const examples = codes.flatMap((code) => (["fr", "en"] as const).map((locale) => example(code, locale)));
  const waits = [429, 502, 503].includes(status) ? ["Retry-After"] : [];
  return {
    description: `${status}: ${codes.join(", ")}`,
    headers: refs([...common, ...waits]),
    content: {
      "application/problem+json": {
        schema: { $ref: "#/components/schemas/Problem" },
        examples: Object.fromEntries(examples),
      },
    },
  };
}

const example = (code: RefusalCode, locale: "fr" | "en") =>
  [`${code}.${locale}`, { value: exampleProblem(code, locale) }] as const;
