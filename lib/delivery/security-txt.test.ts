import { describe, expect, test } from "vitest";
import { securityTxt } from "./security-txt";

const now = new Date("2026-11-24T15:30:00Z");

describe("securityTxt", () => {
  test("has what RFC 9116 asks for: a contact as a URI, an end within a year, its own address", () => {
    const lines = securityTxt("securite@exemple.fr", "https://dihya.exemple.fr/", now).split("\n");
    expect(lines[0]).toBe("Contact: mailto:securite@exemple.fr");
    expect(lines).toContain("Canonical: https://dihya.exemple.fr/.well-known/security.txt");
    const expires = new Date(lines.find((line) => line.startsWith("Expires: "))?.slice(9) ?? "");
    expect(expires.getTime()).toBeGreaterThan(now.getTime() + 30 * 86_400_000);
    expect(expires.getTime()).toBeLessThan(now.getTime() + 365 * 86_400_000);
  });

  test.each(["https://exemple.fr/signaler", "mailto:a@exemple.fr"])(
    "keeps the address %s as it is",
    (contact) => {
      expect(securityTxt(contact, "https://dihya.exemple.fr", now)).toContain(`Contact: ${contact}\n`);
    },
  );
});
