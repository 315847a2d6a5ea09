import type { Maker, Target } from "./malformed.ts";
import { headOf, request } from "./malformed-heads.ts";

const sends = (target: Target): Target =>
  target.method === "GET" || target.method === "DELETE" ? { ...target, method: "POST" } : target;

const bodyOf =
  (
    make: (random: Parameters<Maker>[1]) => string | Buffer,
    type = "application/json",
    ...more: string[]
  ): Maker =>
  (target, random) => {
    const body = Buffer.from(make(random));
    return {
      bytes: request(
        headOf(sends(target), `Content-Type: ${type}`, `Content-Length: ${body.length}`, ...more),
        body,
      ),
    };
  };

const nested = (depth: number, open: string, close: string) => `${open.repeat(depth)}${close.repeat(depth)}`;

const texts: [string, Maker][] = [
  [
    "invalid UTF-8",
    bodyOf((random) =>
      Buffer.concat([
        Buffer.from('{"nom":"'),
        random.bytes(30),
        Buffer.from([0xff, 0xc0]),
        Buffer.from('"}'),
      ]),
    ),
  ],
  ["UTF-16", bodyOf(() => Buffer.from('{"nom":"x"}', "utf16le"))],
  ["a mark of order", bodyOf(() => '\uFEFF{"nom":"x"}')],
  ["NUL in a text", bodyOf(() => '{"nom":"a\\u0000b","email":"\\u0000"}')],
  ["a NUL byte", bodyOf(() => '{"nom":"a\0b"}')],
  ["half a character", bodyOf(() => '{"nom":"\\ud800","prenom":"\\udc00x"}')],
  ["a key twice", bodyOf(() => '{"nom":"a","nom":"b","client_id":1,"client_id":2}')],
  [
    "a key of the language",
    bodyOf(() => '{"__proto__":{"role":"admin"},"constructor":{"prototype":{"role":"admin"}}}'),
  ],
  ["50,000 arrays in each other", bodyOf(() => `{"a":${nested(50_000, "[", "]")}}`)],
  ["20,000 objects in each other", bodyOf(() => `${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}`)],
  ["unclosed arrays", bodyOf(() => "[".repeat(90_000))],
  [
    "numbers beyond numbers",
    bodyOf(() => '{"client_id":1e400,"duree":-1e400,"limit":123456789012345678901234567890}'),
  ],
  [
    "words that are no values",
    bodyOf(
      (random) =>
        `{"client_id":${random.of(["NaN", "Infinity", "undefined", "01", "0x1", "+1", "1.", ".5", "'1'"])}}`,
    ),
  ],
  ["a value alone", bodyOf((random) => random.of(["1", '"text"', "null", "true", "[]", "[{}]"]))],
  ["nothing but spaces", bodyOf(() => " \t\r\n ")],
  ["text that ends early", bodyOf(() => '{"nom":"x')],
  ["text after the end", bodyOf(() => '{"nom":"x"} {"nom":"y"}')],
  ["comments and commas", bodyOf(() => '{/* a */"nom":"x",}')],
  ["20,000 keys", bodyOf(() => `{${Array.from({ length: 20_000 }, (_, n) => `"k${n}":1`).join(",")}}`)],
  ["a key of 200 kB", bodyOf(() => `{"${"k".repeat(200_000)}":1}`)],
  ["one byte over the limit", bodyOf(() => `{"nom":"${"x".repeat(1_000_000 - 9)}"}`)],
  [
    "wrong kinds",
    bodyOf(() => '{"client_id":{"$ne":null},"nom":["x"],"date":{},"duree":"2; drop table","email":true}'),
  ],
  [
    "odd times",
    bodyOf(
      (random) =>
        `{"client_id":1,"type":"menage","date":"${random.of(["0000-00-00T00:00:00", "9999-99-99T99:99:99", "2025-02-30T10:00:00", "+275760-09-13T00:00:00Z", "-271821-04-20", "2025-03-30T02:30:00", "١٢"])}","duree":1}`,
    ),
  ],
  [
    "random JSON",
    bodyOf((random) =>
      JSON.stringify(
        Object.fromEntries(
          Array.from({ length: 20 }, () => [
            random.bytes(3).toString("hex"),
            random.of([null, -1, "", [], {}, "é".repeat(random.below(500))]),
          ]),
        ),
      ),
    ),
  ],
];

const part = (headers: string, body: string) => `--b\r\n${headers}\r\n\r\n${body}\r\n`;

const types: [string, Maker][] = [
  ["no type", (target) => ({ bytes: request(headOf(sends(target), "Content-Length: 2"), "{}") })],
  ["another type", bodyOf(() => "<a/>", "application/xml")],
  ["a type that is none", bodyOf(() => "{}", "application/json;;;charset=\x00\xff")],
  ["an unknown alphabet", bodyOf(() => "{}", "application/json; charset=utf-7")],
  ["what is said to be packed", bodyOf(() => "{}", "application/json", "Content-Encoding: gzip")],
  [
    "an external entity",
    bodyOf(() => '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', "text/xml"),
  ],
  [
    "a form without a boundary",
    bodyOf(() => part('Content-Disposition: form-data; name="a"', "1"), "multipart/form-data"),
  ],
  [
    "a form that does not end",
    bodyOf(() => part('Content-Disposition: form-data; name="a"', "1"), "multipart/form-data; boundary=b"),
  ],
  ["a form of no parts", bodyOf(() => "--b--\r\n", "multipart/form-data; boundary=b")],
  [
    "a part without a name",
    bodyOf(() => `${part("Content-Disposition: form-data", "1")}--b--`, "multipart/form-data; boundary=b"),
  ],
  [
    "a file named like a path",
    bodyOf(
      () =>
        `${part('Content-Disposition: form-data; name="fichier"; filename="../../etc/passwd\0.csv"\r\nContent-Type: text/csv', "a,b\n1,2")}--b--`,
      "multipart/form-data; boundary=b",
    ),
  ],
  [
    "a form action, forged",
    bodyOf(
      () =>
        `${part('Content-Disposition: form-data; name="$ACTION_REF_1"', "")}${part('Content-Disposition: form-data; name="$ACTION_1:0"', '{"id":"x","bound":"$@9"}')}--b--\r\n`,
      "multipart/form-data; boundary=b",
    ),
  ],
  [
    "an action's arguments, forged",
    bodyOf(
      () => '["$F1","$@2","$K3","$Q9","$B7"]',
      "text/plain;charset=UTF-8",
      "Next-Action: 40deadbeefdeadbeefdeadbeefdeadbeefdeadbeef",
    ),
  ],
  ["a form of 5,000 fields", bodyOf(() => "a=1&".repeat(5000), "application/x-www-form-urlencoded")],
  ["a form in percent signs", bodyOf(() => "%E0%A4%A=%ZZ&%00=%FF", "application/x-www-form-urlencoded")],
];

export const malformedBodies: [string, Maker][] = [...texts, ...types];
