import { generateKeyPairSync, randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { entropyOf, leaksIn } from "./leaks.ts";

// Made anew at each run: a test of the scan must not itself hold what the scan looks for.
const random = (bytes: number) => randomBytes(bytes).toString("hex");
const letters = (count: number) =>
  Array.from(
    randomBytes(count),
    (one) => "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"[one % 62],
  ).join("");
const ed25519 = generateKeyPairSync("ed25519").privateKey;

const planted: [string, string][] = [
  ["a private key", ed25519.export({ type: "pkcs8", format: "pem" }).toString()],
  ["a private JWK", JSON.stringify(ed25519.export({ format: "jwk" }))],
  ["a key of AWS", `aws = AKIA${random(8).toUpperCase()}`],
  ["a token of GitHub", `ghp_${letters(36)}`],
  ["a token of npm", `//registry/:_authToken=npm_${letters(36)}`],
  ["a token of Slack", `xoxb-${random(12)}`],
  ["a key of Google", `AIza${letters(35)}`],
  ["a key of Stripe", `sk_live_${letters(24)}`],
  ["a key of Resend", `re_${letters(8)}_${letters(20)}`],
  ["a secret of a webhook", `whsec_${randomBytes(24).toString("base64")}`],
  ["a signed token", `eyJ${letters(20)}.eyJ${letters(20)}.${letters(43)}`],
  ["a sealed token", `eyJ${letters(30)}..${letters(16)}.${letters(60)}.${letters(22)}`],
  ["a password in an address", `postgres://dihya:${letters(12)}@db.example/dihya`],
  ["a random value with a secret's name", `export const NEXTAUTH_SECRET = "${letters(44)}";`],
];

describe("leaksIn", () => {
  test.each(planted)("finds %s", (what, text) => {
    expect(leaksIn("lib/somewhere.ts", `first\n${text}`).map((one) => [one.what, one.line])).toContainEqual([
      what,
      2,
    ]);
  });

  test.each([
    'const token = "the-name-of-the-cookie-here";',
    "password: z.string().min(15)",
    "process.env.NEXTAUTH_SECRET",
    '"motDePasse": "Choisissez un mot de passe"',
    "https://dihya.test/fr/connexion?retour=/espace",
    ["postgres://dihya:$", "{password}@127.0.0.1"].join(""),
  ])("takes %s for none", (text) => {
    expect(leaksIn("lib/somewhere.ts", text)).toEqual([]);
  });

  test("forgives what is known only where it is known", () => {
    const line = ["SMTP_URL=smtps://nom", "motdepasse@serveur:465"].join(":");
    expect(leaksIn("docs/courriels.md", line)).toEqual([]);
    expect(leaksIn("lib/somewhere.ts", line)).toHaveLength(1);
  });
});

test("a random text carries more than a written one", () => {
  expect(entropyOf(letters(64))).toBeGreaterThan(4);
  expect(entropyOf("postgres-password-of-demo")).toBeLessThan(4);
});
