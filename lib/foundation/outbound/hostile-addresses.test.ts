import { lookup } from "node:dns/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { checkAddress } from "./address";
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

/** Ways to write an address inside, which a check of text would let pass. */
const inside: Record<string, string[]> = {
  loopback: [
    "127.0.0.1",
    "127.1",
    "127.0.1",
    "127.255.255.254",
    "0",
    "0.0.0.0",
    "[::1]",
    "[::]",
    "[0:0:0:0:0:0:0:1]",
  ],
  "loopback as a number": [
    "2130706433",
    "0x7f000001",
    "0x7F.0x0.0x0.0x1",
    "017700000001",
    "0177.0.0.1",
    "0x7f.1",
  ],
  "loopback within IPv6": [
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[::127.0.0.1]",
    "[64:ff9b::7f00:1]",
    "[2002:7f00:1::]",
    "[0:0:0:0:0:ffff:7f00:1]",
  ],
  "cloud metadata": [
    "169.254.169.254",
    "[::ffff:a9fe:a9fe]",
    "2852039166",
    "0xa9fea9fe",
    "0251.0376.0251.0376",
    "[fd00:ec2::254]",
    "100.100.100.200",
  ],
  "private networks": [
    "10.0.0.1",
    "10.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.0.1",
    "3232235777",
    "100.64.0.1",
    "[fc00::1]",
    "[fd12:3456::1]",
    "[fe80::1]",
    "[fec0::1]",
  ],
  "no host's": [
    "224.0.0.1",
    "255.255.255.255",
    "240.0.0.1",
    "192.0.0.1",
    "198.18.0.1",
    "[ff02::1]",
    "[2001:db8::1]",
  ],
  "other digits": ["①②⑦.⓪.⓪.①", "１２７.０.０.１", "127。0。0。1"],
};
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
