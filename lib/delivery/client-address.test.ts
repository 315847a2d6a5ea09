import { describe, expect, test } from "vitest";
import { addressHeader, networkOf, stampAddress } from "./client-address";

const request = (given: Record<string, string>) => ({
  headers: { ...given } as Record<string, string | string[] | undefined>,
  rawHeaders: Object.entries(given).flat(),
  socket: { remoteAddress: "203.0.113.9" },
});

describe("stampAddress", () => {
  test("writes the socket's address and throws away what the caller claims", () => {
    const forged = request({ "X-Dihya-Adresse": "1.1.1.1", "x-forwarded-for": "2.2.2.2", accept: "*/*" });
    stampAddress(forged, false);
    expect(forged.headers[addressHeader]).toBe("203.0.113.9");
    expect(forged.rawHeaders).toEqual([
      "x-forwarded-for",
      "2.2.2.2",
      "accept",
      "*/*",
      addressHeader,
      "203.0.113.9",
    ]);
  });

  test("behind a trusted proxy takes the entry that the proxy added, not the first", () => {
    const proxied = request({ "x-forwarded-for": "6.6.6.6, 198.51.100.7" });
    stampAddress(proxied, true);
    expect(proxied.headers[addressHeader]).toBe("198.51.100.7");
    const direct = request({});
    stampAddress(direct, true);
    expect(direct.headers[addressHeader]).toBe("203.0.113.9");
  });
});

test.each([
  ["203.0.113.9", "203.0.113.9"],
  ["::ffff:203.0.113.9", "203.0.113.9"],
  ["2001:db8:0:12::1", "2001:db8:0:12::/64"],
  ["2001:0DB8:0000:0012:aaaa:bbbb:cccc:dddd", "2001:db8:0:12::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
])("networkOf counts %s as %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});
