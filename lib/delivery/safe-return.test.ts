import { describe, expect, test } from "vitest";
import { safeReturn } from "./safe-return";

describe("safeReturn", () => {
  test.each([
    ["/espace/visites?page=2", "/fr/espace/visites?page=2"],
    ["/ar/espace", "/fr/espace"],
    ["/", "/fr"],
    ["/fr", "/fr"],
  ])("keeps %s on this site", (asked, target) => {
    expect(safeReturn(asked, "fr", "/gestion")).toBe(target);
  });

  test.each([
    undefined,
    "",
    "espace",
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/%5Cevil.example",
    "/\t/evil.example",
    "/%09/evil.example",
    "/\n/evil.example",
    "javascript:alert(1)",
    "/%0d%0aSet-Cookie:x=1",
    "/./\\evil.example",
    "/..//evil.example",
    "/fr//evil.example",
    "/%E0%A4%A",
    `/${"a".repeat(600)}`,
    "/fr/connexion?retour=/fr/connexion",
    "/api/auth/signout",
  ])("sends %j home", (asked) => {
    expect(safeReturn(asked, "fr", "/gestion")).toBe("/fr/gestion");
  });
});
