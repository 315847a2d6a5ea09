import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isAddressed, refuse, refuseMalformed, refuseUnreadForm } from "./refuse-malformed";

let server: Server;

beforeAll(async () => {
  server = createServer({ requireHostHeader: false }, async (request, response) => {
    if (!isAddressed(request)) return refuse(request, response);
    refuseUnreadForm(request, response);
    if (request.url === "/stream") {
      response.write("begun");
      request.on("error", () => {});
      return;
    }
    // A body that breaks off ends here, not the test.
    const whole = await request.toArray().catch(() => undefined);
    if (!whole) return;
    response.statusCode = request.url === "/fails" ? 500 : 200;
    if (request.url === "/fails") response.setHeader("content-type", request.headers.accept ?? "text/plain");
    response.end("what Next says");
  });
  refuseMalformed(server);
  await new Promise<void>((ready) => server.listen(0, ready));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** All that comes back for bytes written as they are, until the server closes. */
function send(text: string): Promise<string> {
  return new Promise((resolve) => {
    let got = "";
    const socket = connect((server.address() as AddressInfo).port, "127.0.0.1", () => socket.write(text));
    socket.on("data", (chunk) => {
      got += chunk;
    });
    socket.on("error", () => {});
    socket.on("close", () => resolve(got));
  });
}

const get = (line: string, ...headers: string[]) =>
  send(`${[line, ...headers, "Connection: close"].join("\r\n")}\r\n\r\n`);
const post = (path: string, body: string, ...headers: string[]) =>
  send(
    `${[`POST ${path} HTTP/1.1`, "Host: x", ...headers, "Connection: close"].join("\r\n")}\r\n\r\n${body}`,
  );

/** Status and code of a refusal; the code is absent when the answer is no problem document. */
function refusalIn(answer: string) {
  const [head = "", body = ""] = answer.split("\r\n\r\n");
  const isProblem = head.includes("content-type: application/problem+json");
  return [Number(head.slice(9, 12)), isProblem ? JSON.parse(body).code : undefined];
}

describe("refuseMalformed", () => {
  test.each([
    ["two lengths", ["Content-Length: 3", "Content-Length: 4"], "abc"],
    ["a length and chunks", ["Content-Length: 3", "Transfer-Encoding: chunked"], "0\r\n\r\n"],
    ["a chunk without a size", ["Transfer-Encoding: chunked"], "zz\r\n"],
    ["NUL in a header", ["X: a\0b"], ""],
  ])("answers %s with a problem document and closes", async (_, headers, body) => {
    const answer = await post("/", body, ...headers);
    expect(refusalIn(answer)).toEqual([400, "malformed"]);
    expect(answer).toContain("connection: close");
    expect(answer.match(/HTTP\/1\.1/g)).toHaveLength(1);
  });

  test("says when headers are too long", async () => {
    expect(refusalIn(await get("GET / HTTP/1.1", "Host: x", `X: ${"a".repeat(40_000)}`))).toEqual([
      431,
      "headersTooLarge",
    ]);
  });

  test("writes nothing into an answer that has begun", async () => {
    const answer = await post("/stream", "zz\r\n", "Transfer-Encoding: chunked");
    expect(answer).not.toContain("malformed");
  });
});

describe("isAddressed", () => {
  test.each([
    ["GET / HTTP/1.1", []],
    ["GET * HTTP/1.1", ["Host: x"]],
    ["GET :::x HTTP/1.1", ["Host: x"]],
    ["GET /%E0%A4%A HTTP/1.1", ["Host: x"]],
    ["GET / HTTP/1.1", ["Host: a@b"]],
    ["GET / HTTP/1.1", ["Host: a/b"]],
  ])("refuses %s with %j", async (line, headers) => {
    expect(refusalIn(await get(line, ...headers))).toEqual([400, "malformed"]);
  });

  test.each([
    ["GET /fr?q=%E9 HTTP/1.1", ["Host: dihya.test:3000"]],
    ["GET /%C3%A9 HTTP/1.1", ["Host: [::1]:80"]],
    ["GET http://x/fr HTTP/1.1", ["Host: x"]],
    ["GET / HTTP/1.0", []],
  ])("takes %s with %j", async (line, headers) => {
    expect(refusalIn(await get(line, ...headers))[0]).toBe(200);
  });
});

describe("refuseUnreadForm", () => {
  const form = ["Content-Type: multipart/form-data; boundary=b", "Content-Length: 1"];

  test("tells the sender of a form that nobody could take apart", async () => {
    const answer = await post("/fails", "x", ...form);
    expect(refusalIn(answer)).toEqual([400, "malformed"]);
    expect(answer).not.toContain("what Next says");
  });

  test("hides no failure of ours: one that shows its page, or that no form caused", async () => {
    expect(refusalIn(await post("/fails", "x", ...form, "Accept: text/html"))[0]).toBe(500);
    expect(
      refusalIn(await post("/fails", "{}", "Content-Type: application/json", "Content-Length: 2"))[0],
    ).toBe(500);
    expect(refusalIn(await get("GET /fails HTTP/1.1", "Host: x"))[0]).toBe(500);
  });
});
