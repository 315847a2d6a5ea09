import type { Maker, Target } from "./malformed.ts";

const host = "Host: 127.0.0.1";

/** A request head that is right, line by line, for makers to spoil. */
export function headOf({ method, path, token }: Target, ...more: string[]): string[] {
  return [`${method} ${path} HTTP/1.1`, host, `Authorization: Bearer ${token}`, ...more];
}

/** Lines as a request; latin1 keeps every byte from 0 to 255 as it is. */
export const request = (lines: readonly string[], body: string | Buffer = "") =>
  Buffer.concat([
    Buffer.from(`${lines.join("\r\n")}\r\n\r\n`, "latin1"),
    typeof body === "string" ? Buffer.from(body) : body,
  ]);

const firstLine =
  (spoil: (target: Target) => string): Maker =>
  (target) => ({ bytes: request([spoil(target), ...headOf(target).slice(1)]) });

const withHeaders =
  (...lines: string[]): Maker =>
  (target) => ({ bytes: request(headOf(target, ...lines)) });

const withBody =
  (lines: string[], body: string, unfinished = false): Maker =>
  (target) => ({
    bytes: request(headOf({ ...target, method: "POST" }, "Content-Type: application/json", ...lines), body),
    unfinished,
  });

const json = '{"nom":"x"}';

const firstLines: [string, Maker][] = [
  ["random bytes", (_, random) => ({ bytes: random.bytes(1 + random.below(2000)), unfinished: true })],
  [
    "a TLS greeting",
    (_, random) => ({
      bytes: Buffer.concat([Buffer.from("160301020001000", "hex"), random.bytes(200)]),
      unfinished: true,
    }),
  ],
  [
    "an HTTP/2 greeting",
    () => ({ bytes: Buffer.from("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"), unfinished: true }),
  ],
  ["no version", firstLine(({ method, path }) => `${method} ${path}`)],
  ["version 9.9", firstLine(({ method, path }) => `${method} ${path} HTTP/9.9`)],
  ["no address", firstLine(({ method }) => `${method} HTTP/1.1`)],
  ["an unknown method", firstLine(({ path }) => `FROBNICATE ${path} HTTP/1.1`)],
  [
    "a rare method",
    (target, random) => ({
      bytes: request(
        headOf({
          ...target,
          method: random.of(["TRACE", "OPTIONS", "PROPFIND", "PURGE", "LOCK", "QUERY", "M-SEARCH"]),
        }),
      ),
    }),
  ],
  ["CONNECT", (target) => ({ bytes: request(headOf({ ...target, method: "CONNECT" })), unfinished: true })],
  ["NUL in the method", firstLine(({ path }) => `G\0T ${path} HTTP/1.1`)],
  ["NUL in the address", firstLine(({ method, path }) => `${method} ${path}\0 HTTP/1.1`)],
  [
    "bytes above ASCII in the address",
    firstLine(({ method, path }) => `${method} ${path}\xff\xfe\xe9 HTTP/1.1`),
  ],
  ["broken percent signs", firstLine(({ method, path }) => `${method} ${path}%E0%A4%A?q=%ZZ HTTP/1.1`)],
  ["%00 in the address", firstLine(({ method, path }) => `${method} ${path}%00 HTTP/1.1`)],
  ["climbing dots", firstLine(({ method, path }) => `${method} ${path}/..%2f..%2f..%2fetc/passwd HTTP/1.1`)],
  ["a backslash", firstLine(({ method, path }) => `${method} \\${path}\\.. HTTP/1.1`)],
  ["two slashes", firstLine(({ method, path }) => `${method} //evil.example${path} HTTP/1.1`)],
  [
    "an address of elsewhere",
    firstLine(({ method, path }) => `${method} http://169.254.169.254${path} HTTP/1.1`),
  ],
  ["an address of no kind", firstLine(({ method }) => `${method} :::not-an-address HTTP/1.1`)],
  ["a star", firstLine(({ method }) => `${method} * HTTP/1.1`)],
  ["spaces in the address", firstLine(({ method, path }) => `${method} ${path} x y HTTP/1.1`)],
  [
    "an address of 20 kB",
    firstLine(({ method, path }) => `${method} ${path}?q=${"a".repeat(20_000)} HTTP/1.1`),
  ],
  ["2,000 parameters", firstLine(({ path }) => `GET ${path}?${"a=1&".repeat(2000)} HTTP/1.1`)],
  [
    "odd parameters",
    (target, random) => ({
      bytes: request(
        headOf({
          ...target,
          method: "GET",
          path: `${target.path}?limit=${random.of(["-1", "1e9", "%00", "[]", "NaN", "%F0%28%8C%28"])}&cursor=${random.bytes(40).toString("base64url")}&ordering=${random.of(["--id", "id;drop", "%27"])}`,
        }),
      ),
    }),
  ],
  [
    "lines that end in LF",
    (target) => ({ bytes: Buffer.from(`${headOf(target).join("\n")}\n\n`), unfinished: true }),
  ],
];

const headers: [string, Maker][] = [
  ["NUL in a header", withHeaders("X-A: a\0b")],
  ["NUL in a header's name", withHeaders("X-\0A: b")],
  ["a header without a colon", withHeaders("nonsense")],
  ["a header without a name", withHeaders(": b")],
  ["a space before the colon", withHeaders("X-A : b")],
  ["a folded header", withHeaders("X-A: b", " c")],
  ["a lone CR in a header", withHeaders("X-A: b\rX-B: c")],
  [
    "invalid UTF-8 in headers",
    withHeaders(
      "Accept-Language: \xc3\x28\xff",
      "X-Request-Id: \xff\xfe",
      "Cookie: dihya.session=\xff; dihya_langue=\x80",
    ),
  ],
  ["a header of 40 kB", withHeaders(`X-A: ${"a".repeat(40_000)}`)],
  ["3,000 headers", withHeaders(...Array.from({ length: 3000 }, (_, n) => `X-${n}: 1`))],
  ["no host", (target) => ({ bytes: request(headOf(target).filter((line) => line !== host)) })],
  ["two hosts", withHeaders("Host: evil.example")],
  [
    "a host that is none",
    (target, random) => ({
      bytes: request(
        headOf(target).map((line) =>
          line === host
            ? `Host: ${random.of(["a b", "/", "@", "[::1", "a\\b", "%", "x:99999999", ""])}`
            : line,
        ),
      ),
    }),
  ],
  ["an unknown expectation", withHeaders("Expect: 42-miracles")],
  [
    "an upgrade",
    withHeaders(
      "Connection: Upgrade",
      "Upgrade: websocket",
      "Sec-WebSocket-Key: x",
      "Sec-WebSocket-Version: 13",
    ),
  ],
  [
    "an upgrade to HTTP/2",
    withHeaders(
      "Connection: Upgrade, HTTP2-Settings",
      "Upgrade: h2c",
      "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA",
    ),
  ],
  [
    "odd preferences",
    withHeaders(
      `Accept: ${"a/b;q=0.0001,".repeat(600)}`,
      `Accept-Language: ${"x-;q=é,".repeat(300)}`,
      'If-None-Match: W/"',
      "Range: bytes=9-1,-,0-",
    ),
  ],
  ["odd conditions", withHeaders('If-Match: "\\"', "Idempotency-Key: \t\x7f", "If-Modified-Since: never")],
  [
    "odd authorisation",
    (target, random) => ({
      bytes: request([
        ...headOf(target).slice(0, 2),
        `Authorization: ${random.of(["", "Bearer", "Bearer  ", "Basic é", "Bearer a b", "Bearer dihya_", `Bearer ${"a.".repeat(3000)}`, "Negotiate x"])}`,
      ]),
    }),
  ],
  [
    "Next's own headers, forged",
    withHeaders(
      "Next-Action: 7fdeadbeef",
      "Next-Router-State-Tree: %5B%22",
      "RSC: 1",
      "x-middleware-subrequest: proxy:proxy:proxy",
      "x-dihya-adresse: 10.0.0.1",
      "x-nextjs-data: 1",
      "Next-Url: http://[",
    ),
  ],
  [
    "odd cookies",
    withHeaders(
      `Cookie: ${"=;".repeat(500)}dihya.session=eyJ.x.y.z.w; __proto__=1; next-auth.csrf-token=%; dihya_langue=../../etc`,
    ),
  ],
  [
    "forged forwarding",
    withHeaders(
      "X-Forwarded-Host: evil.example",
      "X-Forwarded-Proto: javascript",
      "X-Forwarded-For: ,,,",
      "Forwarded: for=;host=",
    ),
  ],
];

const lengths: [string, Maker][] = [
  ["two lengths", withBody(["Content-Length: 11", "Content-Length: 3"], json)],
  ["a list of lengths", withBody(["Content-Length: 11, 11"], json)],
  ["a negative length", withBody(["Content-Length: -1"], json)],
  ["a signed length", withBody(["Content-Length: +11"], json)],
  ["a length in letters", withBody(["Content-Length: 0xB"], json)],
  ["a length beyond counting", withBody(["Content-Length: 99999999999999999999999"], json)],
  ["a length beyond the limit", withBody(["Content-Length: 999999999"], json, true)],
  ["a body cut short", withBody(["Content-Length: 500"], json, true)],
  ["a body too long", withBody(["Content-Length: 4"], `${json}GARBAGE\r\n\r\n`)],
  ["length and chunks (CL.TE)", withBody(["Content-Length: 6", "Transfer-Encoding: chunked"], "0\r\n\r\nG")],
  [
    "chunks and length (TE.CL)",
    withBody(["Transfer-Encoding: chunked", "Content-Length: 3"], "8\r\nSMUGGLED\r\n0\r\n\r\n"),
  ],
  [
    "an obscured coding (TE.TE)",
    withBody(["Transfer-Encoding: chunked", "Transfer-Encoding: cow"], "5\r\nhello\r\n0\r\n\r\n", true),
  ],
  ["a coding after a space", withBody(["Transfer-Encoding : chunked"], "0\r\n\r\n")],
  ["an unknown coding", withBody(["Transfer-Encoding: xchunked"], "0\r\n\r\n", true)],
  ["chunked, then identity", withBody(["Transfer-Encoding: chunked, identity"], "0\r\n\r\n", true)],
  ["a vertical tab in the coding", withBody(["Transfer-Encoding: \x0bchunked"], "0\r\n\r\n", true)],
  ["a chunk of no size", withBody(["Transfer-Encoding: chunked"], "zz\r\nabc\r\n0\r\n\r\n")],
  ["a chunk of negative size", withBody(["Transfer-Encoding: chunked"], "-5\r\nabc\r\n0\r\n\r\n")],
  ["a chunk beyond counting", withBody(["Transfer-Encoding: chunked"], "FFFFFFFFFFFFFFFFF\r\nabc")],
  ["a chunk without its end", withBody(["Transfer-Encoding: chunked"], "3\r\nabcdef\r\n0\r\n\r\n")],
  ["chunks cut short", withBody(["Transfer-Encoding: chunked"], "ff\r\nabc", true)],
  [
    "a chunk extension of 100 kB",
    withBody(["Transfer-Encoding: chunked"], `5;${"a".repeat(100_000)}\r\nhello\r\n0\r\n\r\n`),
  ],
  [
    "a trailer that names another",
    withBody(
      ["Transfer-Encoding: chunked", "Trailer: Authorization"],
      `b\r\n${json}\r\n0\r\nAuthorization: Bearer x\r\nContent-Length: 9\r\n\r\n`,
    ),
  ],
  [
    "a second request inside",
    (target) => ({
      bytes: request(
        headOf({ ...target, method: "GET" }, "Content-Length: 70"),
        `GET /api/services_personne/audit/ HTTP/1.1\r\nHost: x\r\n\r\n${" ".repeat(15)}`,
      ),
    }),
  ],
];

export const malformedHeads: [string, Maker][] = [...firstLines, ...headers, ...lengths];
