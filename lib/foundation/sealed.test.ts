import { beforeAll, describe, expect, test } from "vitest";
import { seal, unseal } from "./sealed";

beforeAll(() => {
  process.env.NEXTAUTH_SECRET ??= "test-secret-test-secret-test-secret-0";
  process.env.DIHYA_TOKEN_KEY ??= "{}";
});

describe("sealed text", () => {
  test("opens again, and looks different each time", () => {
    const [one, two] = [seal("whsec_é", "webhook"), seal("whsec_é", "webhook")];
    expect(one).not.toBe(two);
    expect([unseal(one, "webhook"), unseal(two, "webhook")]).toEqual(["whsec_é", "whsec_é"]);
  });

  test("does not open for another purpose, nor once changed", () => {
    const sealed = seal("secret", "webhook");
    const changed = Buffer.from(sealed, "base64url");
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    expect(() => unseal(sealed, "other")).toThrow();
    expect(() => unseal(changed.toString("base64url"), "webhook")).toThrow();
  });
});
