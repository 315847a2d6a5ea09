import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { guard } from "./guard";

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

/** What a caller gets from a server behind the guard. */
async function ask(
  listener: RequestListener,
  { door = "pages" as const as "pages" | "api", headers = {}, url = "" } = {},
) {
  const protect = guard(url || "http://dihya.test");
  const server = createServer((request, response) => {
    protect(request, response, door);
    listener(request, response);
  });
  await new Promise<void>((ready) => server.listen(0, ready));
  open.push(() => server.close());
  return fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, { headers });
}

const nonceIn = (policy: string | null | undefined) => /'nonce-([^']+)'/.exec(policy ?? "")?.[1];

describe("guard", () => {
  test("tells Next the same fresh nonce as the browser, whatever the caller claims", async () => {
    const told: (string | undefined)[] = [];
    const page: RequestListener = (request, response) => {
      told.push(String(request.headers["content-security-policy"]));
      expect(request.headers["content-security-policy-report-only"]).toBeUndefined();
      response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end("<p>");
    };
    const claimed = {
      "content-security-policy": "script-src 'nonce-chosen'",
      "content-security-policy-report-only": "script-src 'nonce-chosen'",
    };
    const answers = [await ask(page, { headers: claimed }), await ask(page)];
    const nonces = answers.map((one) => nonceIn(one.headers.get("content-security-policy")));
    expect(told.map(nonceIn)).toEqual(nonces);
    expect(new Set(nonces).size).toBe(2);
    expect(nonces.every((one) => Buffer.from(one ?? "", "base64").length >= 16)).toBe(true);
    expect(nonces).not.toContain("chosen");
  });

  test("lets no inline script, evaluation, plug-in, foreign form or frame into a page", async () => {
    const page: RequestListener = (_, response) => {
      response.setHeader("content-type", "text/html");
      response.end("<p>");
    };
    const policy = (await ask(page)).headers.get("content-security-policy") ?? "";
    const rules = new Map(
      policy.split("; ").map((one) => [one.split(" ")[0], one.split(" ").slice(1).join(" ")]),
    );
    expect(rules.get("default-src")).toBe("'none'");
    expect(rules.get("object-src")).toBe("'none'");
    expect(rules.get("base-uri")).toBe("'none'");
    expect(rules.get("form-action")).toBe("'self'");
    expect(rules.get("frame-ancestors")).toBe("'none'");
    expect(rules.get("require-trusted-types-for")).toBe("'script'");
    for (const name of ["script-src", "script-src-attr", "style-src-elem"])
      expect(rules.get(name)).not.toMatch(/unsafe|\*|https?:|data:/);
  });

  test.each([
    [
      "a list given to writeHead",
      (r: Parameters<RequestListener>[1]) => r.writeHead(200, ["Content-Type", "application/pdf"]),
    ],
    [
      "an object given to writeHead",
      (r: Parameters<RequestListener>[1]) => r.writeHead(200, { "content-type": "application/pdf" }),
    ],
    ["setHeader", (r: Parameters<RequestListener>[1]) => r.setHeader("Content-Type", "application/pdf")],
  ])("knows a file by its type from %s", async (_, head) => {
    const answer = await ask((_request, response) => {
      head(response);
      response.end("%PDF");
    });
    const policy = answer.headers.get("content-security-policy");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("nonce");
    expect(policy).not.toContain("default-src");
  });

  test("lets what is no page do nothing", async () => {
    const json: RequestListener = (_, response) =>
      void response.writeHead(200, { "content-type": "application/json" }).end("{}");
    const policies = [await ask(json), await ask(json, { door: "api" })].map((one) =>
      one.headers.get("content-security-policy"),
    );
    expect(policies[0]).toMatch(/^default-src 'none'/);
    expect(policies[0]).not.toContain("nonce");
    expect(policies[1]).toBe(policies[0]);
  });

  test("asks for https ever after only where the product is reached by it", async () => {
    const page: RequestListener = (_, response) => void response.end("x");
    const plain = await ask(page, { url: "http://dihya.test" });
    const secure = await ask(page, { url: "https://dihya.test" });
    expect(plain.headers.get("strict-transport-security")).toBeNull();
    expect(plain.headers.get("content-security-policy")).not.toContain("upgrade-insecure-requests");
    expect(secure.headers.get("strict-transport-security")).toMatch(/^max-age=(\d{8,}); includeSubDomains$/);
    expect(secure.headers.get("content-security-policy")).toContain("upgrade-insecure-requests");
  });

  test("marks every cookie as secure over https, once, and none without", async () => {
    const page: RequestListener = (_, response) => {
      response.setHeader("set-cookie", ["dihya_langue=fr; Path=/", "a=1; Secure; HttpOnly"]);
      response.end("x");
    };
    const set = async (url: string) => (await ask(page, { url })).headers.getSetCookie();
    expect(await set("https://dihya.test")).toEqual([
      "dihya_langue=fr; Path=/; Secure",
      "a=1; Secure; HttpOnly",
    ]);
    expect(await set("http://dihya.test")).toEqual(["dihya_langue=fr; Path=/", "a=1; Secure; HttpOnly"]);
  });

  test("keeps other sites and the device's parts out", async () => {
    const { headers } = await ask((_, response) => void response.end("x"), { door: "api" });
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("referrer-policy")).toBe("same-origin");
    expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
    expect(headers.get("permissions-policy")).toMatch(/camera=\(\).*microphone=\(\)/);
  });
});
