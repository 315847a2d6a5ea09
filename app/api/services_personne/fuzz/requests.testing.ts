import fc from "fast-check";
import type { Endpoint, Parameter } from "./document.testing";
import { anyValueOf, hostile, objectOf } from "./values.testing";

export const callers = ["guest", "client", "intervenant", "gestionnaire", "auditeur", "admin"] as const;
export type Caller = (typeof callers)[number];
/** Refusals to the others are written to the log, one after another: more of those who may. */
const mostly: readonly Caller[] = ["admin", "admin", "admin", "admin", "gestionnaire", "gestionnaire"];
export type Sent = {
  caller: Caller;
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string | undefined;
};

const rarely = <T>(usual: T, other: fc.Arbitrary<T>, weight = 12) =>
  fc.oneof({ arbitrary: fc.constant(usual), weight }, { arbitrary: other, weight: 1 });

/** Requests for one endpoint: of every role, valid-looking and hostile. */
export function requestsOf({ verb, path, described }: Endpoint): fc.Arbitrary<Sent> {
  const all = described.parameters ?? [];
  const inPath = all.filter((one) => one.in === "path");
  const inQuery = all.filter((one) => one.in === "query");
  const schema = described.requestBody?.content["application/json"]?.schema;
  return fc
    .record({
      caller: fc.constantFrom(...callers, ...mostly),
      ids: fc.tuple(...inPath.map((one) => pathValue(one))),
      query: fc.oneof({ arbitrary: queryOf(inQuery, 2), weight: 4 }, queryOf(inQuery, 8)),
      unknown: rarely("", fc.constantFrom("couleur=bleu", "__proto__=1", "limit=5&limit=6", "%FF=1"), 30),
      body: schema ? fc.oneof({ arbitrary: objectOf(schema), weight: 20 }, hostile) : fc.constant(undefined),
      headers: headersOf(Boolean(schema), Object.keys(described.responses["200"]?.content ?? {})),
    })
    .map(({ caller, ids, query, unknown, body, headers }) => {
      const address = inPath.reduce((text, one, at) => text.replace(`{${one.name}}`, String(ids[at])), path);
      const text = [queryText(query), unknown].filter(Boolean).join("&");
      return {
        caller,
        method: verb.toUpperCase(),
        url: `http://dihya.test${address}${text ? `?${text}` : ""}`,
        headers,
        body: body === undefined ? undefined : JSON.stringify(body),
      };
    });
}

/** The required parameters and at most `max` others. */
function queryOf(all: Parameter[], max: number): fc.Arbitrary<Record<string, unknown>> {
  const others = all.filter((one) => !one.required);
  return fc.subarray(others, { maxLength: Math.min(max, others.length) }).chain((chosen) => {
    const sent = [...all.filter((one) => one.required), ...chosen];
    return fc.record(Object.fromEntries(sent.map((one) => [one.name, anyValueOf(one.schema, one.name)])));
  });
}

function pathValue({ name, schema }: Parameter): fc.Arbitrary<string> {
  const good = /id$/.test(name) ? fc.integer({ min: 1, max: 12 }) : anyValueOf(schema, name);
  const bad = fc.constantFrom(
    "0",
    "-1",
    "1e9",
    "2147483648",
    "99999999999999999999",
    "abc",
    "%00",
    "%E0%A4%A",
    "1'--",
    "٣",
  );
  return fc.oneof(
    // A segment of dots is another address.
    { arbitrary: good.map((value) => encoded(value).replace(/^\.*$/, "1")), weight: 12 },
    { arbitrary: bad, weight: 1 },
  );
}

const encoded = (value: unknown) =>
  encodeURIComponent((typeof value === "string" ? value : (JSON.stringify(value) ?? "")).toWellFormed());

const queryText = (query: Record<string, unknown>) =>
  Object.entries(query)
    .map(([name, value]) => `${name}=${encoded(value)}`)
    .join("&");

function headersOf(withBody: boolean, types: string[]): fc.Arbitrary<Record<string, string>> {
  const heavy = types.filter((type) => type !== "application/json");
  const accept = rarely(
    "application/json",
    fc.constantFrom("*/*", "image/png", "text/html;q=x", ...heavy),
    16,
  );
  return fc
    .record({
      accept,
      language: fc.constantFrom("fr", "en", "ar", "kab", "xx;q=2", ""),
      type: rarely(
        "application/json",
        fc.constantFrom("text/plain", "application/xml", "", "multipart/form-data"),
        40,
      ),
      key: rarely("", fc.constantFrom("une-clé", "cle-1", "cle-2", "x".repeat(300)), 20),
      match: rarely("", fc.constantFrom("*", '"1"', 'W/"1"', "bidon", '"1", "2"'), 20),
      none: rarely("", fc.constantFrom("*", 'W/"1"', '"'), 20),
      token: rarely("", fc.constantFrom("Bearer a.b.c", "Basic YTpi", "Bearer "), 60),
    })
    .map((chosen) => {
      const pairs: [string, string][] = [
        ["accept", chosen.accept],
        ["accept-language", chosen.language],
        ["content-type", withBody ? chosen.type : ""],
        ["idempotency-key", encodeURI(chosen.key)],
        ["if-match", chosen.match],
        ["if-none-match", chosen.none],
        ["authorization", chosen.token],
      ];
      return Object.fromEntries(pairs.filter(([, value]) => value !== ""));
    });
}
