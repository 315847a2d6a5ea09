import { describe, expect, test } from "vitest";
import { commonPasswords } from "./common-passwords";
import { strengthOf } from "./present-strength";
import { isWeakPassword } from "./refuse-weak-password";

describe("isWeakPassword", () => {
  test.each([
    ["short", "Tr0ub4dor&3"],
    ["the product and a year", "Dihya-demo-2026!"],
    ["a common word repeated", "motdepassemotdepasse"],
    ["common words with digits for letters", "P@ssw0rdP@ssw0rd1"],
    ["keyboard rows", "azertyuiopqsdfghjklm"],
    ["keyboard rows backwards", "poiuytrezamlkjhgfdsq"],
    ["digits in order", "012345678901234567"],
    ["one letter", "aaaaaaaaaaaaaaaaaaaa"],
    ["a short period", "xy7xy7xy7xy7xy7xy7"],
    ["a month and a year", "septembre-2026-septembre"],
    ["accents on a common word", "Sécret-sécret-sécret"],
    ["one of the list, of fifteen characters", "thebeatles19621970"],
    ["two of the list", "Correct Cheval 2026!"],
    ["one of the list over and over", "cristina cristina cristina"],
    ["two of the list, with digits for letters", "b4rc3lon4 cr1st1n4"],
  ])("refuses %s", async (_why, password) => {
    expect(await isWeakPassword(password)).toBe(true);
  });

  test("refuses the person's own names and e-mail", async () => {
    const about = ["Zohra", "Bénaïssa", "zohra.benaissa@example.org"];
    expect(await isWeakPassword("ZohraBenaissa1987!", about)).toBe(true);
    expect(await isWeakPassword("benaissa@example.org", about)).toBe(true);
  });

  test.each([
    "le train part sans moi jeudi",
    "cheval correct pile agrafe",
    "x9K-vv2Lq-ZZ81mP",
    "ⴰⵣⵓⵍ ⴼⵍⵍⴰⵡⵏ ⴰⵢ ⵉⵎⴷⴷⵓⴽⴰⵍ",
    "القطار يغادر دوني غدا",
    "tiɣremt tameqqrant n udrar",
  ])("accepts %s", async (password) => {
    expect(await isWeakPassword(password)).toBe(false);
  });
});

describe("the list of common passwords", () => {
  test("holds tens of thousands, and none of them is let in as it stands", async () => {
    const known = [...(await commonPasswords())];
    expect(known.length).toBeGreaterThan(40_000);
    const long = known.filter((one) => one.length >= 15);
    expect(long.length).toBeGreaterThan(10);
    for (const one of long) expect(await isWeakPassword(one), one).toBe(true);
  });
});

describe("strengthOf", () => {
  test.each([
    ["short", "train"],
    ["guessable", "azertyuiopqsdfgh"],
    ["fair", "azertyuiop xylofone"],
    ["strong", "le train part sans moi jeudi"],
  ] as const)("says %s of %s", (strength, password) => {
    expect(strengthOf(password)).toBe(strength);
  });

  test("knows the words of the form it is typed in", () => {
    expect(strengthOf("tanirt benaïssa", [])).toBe("fair");
    expect(strengthOf("tanirt benaïssa", ["Tanirt", "Benaïssa"])).toBe("guessable");
  });
});
