import { lookup } from "node:dns/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { checkAddress } from "./address";
import { inside } from "./inside-addresses.testing";
import { post } from "./post";

vi.mock("node:dns/promises", () => ({ lookup: vi.fn() }));
const names = vi.mocked(lookup) as unknown as ReturnType<typeof vi.fn>;
const resolvesTo = (...addresses: string[]) =>
  names.mockResolvedValue(addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })));

beforeAll(() => {
  process.env.NEXTAUTH_SECRET ??= "test-secret-test-secret-test-secret-0";
  process.env.DIHYA_TOKEN_KEY ??= "{}";
});
beforeEach(() => resolvesTo("93.184.216.34"));

const hosts = Object.entries(inside).flatMap(([what, list]) => list.map((host) => [what, host] as const));

describe("an address that somebody gives", () => {
  test.each(hosts)("does not lead inside: %s, %s", async (_, host) => {
    for (const scheme of ["https", "http"])
      await expect(checkAddress(`${scheme}://${host}/hook`)).rejects.toMatchObject({
        code: "addressRefused",
      });
  });

  test.each([
    "file:///etc/passwd",
    "gopher://93.184.216.34/",
    "ftp://93.184.216.34/",
    "data:text/html,x",
    "javascript:1",
    "jar:https://a!/",
    "//93.184.216.34/",
    "https:",
    "https://",
    "http://93.184.216.34/",
    "https://a:b@93.184.216.34/",
    "https://127.0.0.1#@93.184.216.34/",
    "https://93.184.216.34/#x",
  ])("is refused as %s", async (url) => {
    await expect(checkAddress(url)).rejects.toMatchObject({ code: "addressRefused" });
  });

  test.each(
    hosts
      .map(([, host]) => host)
      .filter((host) => /^[\d.]+$/.test(host) && host.split(".").length === 4 && !host.startsWith("0")),
  )("is refused by a name that stands for %s, also beside a public one", async (address) => {
    resolvesTo(address);
    await expect(checkAddress("https://rebind.example/")).rejects.toMatchObject({ code: "addressRefused" });
    resolvesTo("93.184.216.34", address);
    await expect(checkAddress("https://rebind.example/")).rejects.toMatchObject({ code: "addressRefused" });
  });

  test("that changes its mind between two sendings is refused at the second", async () => {
    await expect(checkAddress("https://rebind.example/")).resolves.toMatchObject({
      address: "93.184.216.34",
    });
    resolvesTo("127.0.0.1");
    await expect(checkAddress("https://rebind.example/")).rejects.toMatchObject({ code: "addressRefused" });
  });

  test("would lead inside if the operator opened everything: the list above is what keeps it out", async () => {
    const { isReachable } = await import("./address");
    const { default: ipaddr } = await import("ipaddr.js");
    expect(isReachable("127.0.0.1", false, [ipaddr.parseCIDR("0.0.0.0/0")])).toBe(true);
    expect(isReachable("169.254.169.254", true, [ipaddr.parseCIDR("0.0.0.0/0")])).toBe(false);
  });
});

describe("what is sent", () => {
  let server: Server;
  let asked: { host?: string; url?: string }[] = [];
  let port = 0;

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push({ host: request.headers.host, url: request.url });
      if (request.url === "/endless") {
        const more = setInterval(() => response.write("x".repeat(10_000)), 1);
        response.on("close", () => clearInterval(more));
      } else response.writeHead(302, { location: `http://127.0.0.1:${port}/secret` }).end();
    });
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    asked = [];
  });

  test("goes to the address that was checked, whatever the name says by then, and follows no redirect", async () => {
    resolvesTo("10.0.0.1");
    const url = new URL(`http://rebind.example:${port}/hook`);
    expect(await post({ url, address: "127.0.0.1" }, "{}", {})).toMatchObject({ code: 302, erreur: null });
    expect(names).not.toHaveBeenCalled();
    expect(asked).toEqual([{ host: `rebind.example:${port}`, url: "/hook" }]);
  });

  test("reads a little of an answer without end, and leaves", async () => {
    const url = new URL(`http://rebind.example:${port}/endless`);
    const { code, reponse } = await post({ url, address: "127.0.0.1" }, "{}", {});
    expect([code, reponse.length]).toEqual([200, 500]);
  });
});
