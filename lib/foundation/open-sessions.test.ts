import { expect, test } from "vitest";
import { networkPrefix } from "./open-sessions";

test.each([
  ["127.0.0.1", "127.0.0.1"],
  ["::1", "127.0.0.1"],
  ["::ffff:127.0.0.1", "127.0.0.1"],
  ["192.0.2.17", "192.0.2.x"],
  ["2001:db8:12:34::1", "2001:db8:12::"],
  ["no address", ""],
  [undefined, ""],
])("the network of %s is told as %s", (ip, told) => {
  expect(networkPrefix(ip)).toBe(told);
});
