import { Secret } from "otpauth";
import { expect, test } from "vitest";
import { enrolmentUri, newSecret, stepOf } from "./totp";

/** RFC 6238, appendix B: SHA-1, the last six of its eight digits. */
const secret = new Secret({ buffer: new TextEncoder().encode("12345678901234567890").buffer }).base32;
const at = (seconds: number) => new Date(seconds * 1000);

test("reads the codes of RFC 6238 at its own times", () => {
  expect(stepOf(secret, "287082", at(59))).toBe(1);
  expect(stepOf(secret, "081804", at(1_111_111_109))).toBe(37_037_036);
  expect(stepOf(secret, "005924", at(1_234_567_890))).toBe(41_152_263);
});

test("takes the step before and after, and says which; no other", () => {
  expect(stepOf(secret, "287082", at(65))).toBe(1);
  expect(stepOf(secret, "287082", at(15))).toBe(1);
  expect(stepOf(secret, "287082", at(95))).toBeNull();
  expect(stepOf(secret, "287083", at(59))).toBeNull();
});

test("makes secrets of 160 bits that differ, and an address that says whose they are", () => {
  expect(newSecret()).toMatch(/^[A-Z2-7]{32}$/);
  expect(newSecret()).not.toBe(newSecret());
  expect(enrolmentUri(secret, "léa@exemple.fr")).toMatch(
    /^otpauth:\/\/totp\/Dihya:l%C3%A9a%40exemple\.fr\?issuer=Dihya&/,
  );
});
