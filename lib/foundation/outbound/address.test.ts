import { beforeAll, describe, expect, test } from "vitest";
import { checkAddress, isReachable, openedNetworks } from "./address";

beforeAll(() => {
  process.env.NEXTAUTH_SECRET ??= "test-secret-test-secret-test-secret-0";
  process.env.DIHYA_TOKEN_KEY ??= "{}";
});

const inside = [
  ["this machine", ["127.0.0.1", "127.8.9.10", "::1", "0.0.0.0", "::"]],
  ["private networks", ["10.0.0.1", "172.16.3.4", "192.168.1.1", "100.64.0.1", "fd12::1"]],
  ["the link and cloud metadata", ["169.254.169.254", "fe80::1", "fd00:ec2::254"]],
  ["IPv4 written inside IPv6", ["::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:a9fe:a9fe"]],
  ["translated ranges", ["64:ff9b::7f00:1", "2002:7f00:1::", "2001:0:7f00:1::"]],
  ["nobody's", ["224.0.0.1", "255.255.255.255", "240.0.0.1", "192.0.2.1", "2001:db8::1", "ff02::1"]],
] as const;

describe("isReachable", () => {
  test.each(inside)("refuses %s", (_what, addresses) => {
    for (const address of addresses)
      expect(`${address} ${isReachable(address, true, [])}`).toBe(`${address} false`);
  });

  test("allows public addresses, over https only", () => {
    for (const address of ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946"]) {
      expect(isReachable(address, true, [])).toBe(true);
      expect(isReachable(address, false, [])).toBe(false);
    }
  });

  test("allows what the operator opened, and nothing beside it; never the link", () => {
    const opened = openedNetworks("127.0.0.0/8, 192.168.1.0/24,169.254.0.0/16");
    expect(isReachable("127.0.0.1", false, opened)).toBe(true);
    expect(isReachable("::ffff:127.0.0.1", false, opened)).toBe(true);
    expect(isReachable("192.168.1.9", false, opened)).toBe(true);
    expect(isReachable("192.168.2.9", false, opened)).toBe(false);
    expect(isReachable("10.0.0.1", true, opened)).toBe(false);
    expect(isReachable("169.254.169.254", true, opened)).toBe(false);
  });
});

describe("checkAddress", () => {
  const refused = [
    "http://93.184.216.34/",
    "https://localhost/",
    "https://127.1/",
    "https://0x7f000001/",
    "https://2130706433/",
    "https://[::1]/",
    "https://169.254.169.254/latest/meta-data/",
    "https://user:secret@93.184.216.34/",
    "https://nothing.invalid/",
    "ftp://93.184.216.34/",
    "nonsense",
  ];
  test.each(refused)("refuses %s on its field", async (url) => {
    await expect(checkAddress(url)).rejects.toMatchObject({
      code: "addressRefused",
      details: { errors: [{ pointer: "/url" }] },
    });
  });

  test("gives the address to connect to", async () => {
    const { url, address } = await checkAddress("https://93.184.216.34:8443/hook?a=1");
    expect([url.pathname, address]).toEqual(["/hook", "93.184.216.34"]);
  });
});
