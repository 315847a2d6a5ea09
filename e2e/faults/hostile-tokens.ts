// F10: tokens that a forger, a former employee or a mistaken program would send. All are refused, by both web processes;
// whoever is disabled, or changes role, is out within a minute everywhere.
import { createPrivateKey } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { startProduct } from "../../bench/product.ts";
import { conclude } from "./support/figures.ts";
import { honest, hostileTokens, type Loot } from "./support/hostile-tokens.ts";

const BASE = "/api/services_personne";
const LIMIT_S = 60;
const product = await startProduct({ processes: 2, name: "f10" });
const admin = (await signIn("admin")).access_token;
const { access_token: good, refresh_token: refresh } = await signIn("gestionnaire");
const loot = lootOf(good);
const session = await sessionCookie("gestionnaire");

const bearers: [string, string][] = [
  ...hostileTokens(loot),
  ["a refresh token", refresh],
  ["a session's cookie", session.slice(session.indexOf("=") + 1)],
  ["a partner key that is none", `dihya_${"a".repeat(43)}`],
];
const taken: string[] = [];
for (const [what, token] of bearers)
  for (const [method, path] of [
    ["GET", "/moi/"],
    ["POST", "/clients/"],
  ] as const) {
    const status = await ask(method, path, { authorization: `Bearer ${token}` });
    if (status !== 401 && status !== 431 && status !== 400) taken.push(`${what}: ${method} ${status}`);
  }
const elsewhere: [string, string, string, Record<string, string>][] = [
  ["a cookie that writes", "POST", "/clients/", { cookie: session }],
  ["a cookie that changes", "PATCH", "/moi/", { cookie: session }],
  [
    "a cookie beside a wrong token",
    "GET",
    "/moi/",
    { cookie: session, authorization: `Bearer ${good.slice(0, -4)}` },
  ],
  ["a token as cookie", "GET", "/moi/", { cookie: `${session.split("=")[0]}=${good}` }],
  ["a token in the address", "GET", `/moi/?access_token=${good}`, {}],
  ["a token under another scheme", "GET", "/moi/", { authorization: `Basic ${good}` }],
  ["a token without a scheme", "GET", "/moi/", { authorization: good }],
  ["two tokens", "GET", "/moi/", { authorization: `Bearer ${good}, Bearer ${good}` }],
];
for (const [what, method, path, headers] of elsewhere) {
  const status = await ask(method, path, headers);
  if (![401, 422].includes(status)) taken.push(`${what}: ${status}`);
}
const stillGood = [
  await ask("GET", "/moi/", { authorization: `Bearer ${good}` }),
  await ask("GET", "/moi/", { authorization: `Bearer ${honest(loot)}` }),
];
const disabled = await secondsUntilOut("intervenant", { actif: false });
const lowered = await secondsUntilOut("gestionnaire", { role: "auditeur" });
await product.stop();

const sent = bearers.length * 2 + elsewhere.length;
conclude(
  `F10 ${sent} requests with ${bearers.length + elsewhere.length} hostile tokens`,
  [
    { what: "refused", seen: `${sent - taken.length} of ${sent}`, target: "100 %", ok: taken.length === 0 },
    {
      what: "honest tokens taken",
      seen: stillGood.join(" "),
      target: "200 200",
      ok: stillGood.every((one) => one === 200),
    },
    out("disabled account out after", disabled),
    out("changed role out after", lowered),
  ],
  taken,
);

function out(what: string, seconds: number) {
  return { what, seen: `${seconds.toFixed(1)} s`, target: `≤ ${LIMIT_S} s`, ok: seconds <= LIMIT_S };
}

/** How long a token still works after its account was changed, on the slower of the web processes. */
async function secondsUntilOut(who: string, change: Record<string, unknown>): Promise<number> {
  const { access_token: token } = await signIn(who);
  const id = claimsOf(token).sub;
  // Both processes believe in the account before it changes.
  for (let n = 0; n < 20; n += 1) await ask("GET", "/moi/", { authorization: `Bearer ${token}` });
  const status = await ask("PATCH", `/utilisateurs/${id}/`, { authorization: `Bearer ${admin}` }, change);
  if (status !== 200) throw new Error(`the change of ${who} answered ${status}`);
  const begun = performance.now();
  let last = begun;
  while (performance.now() - begun < 2 * LIMIT_S * 1000) {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => ask("GET", "/moi/", { authorization: `Bearer ${token}` })),
    );
    if (answers.some((one) => one !== 401)) last = performance.now();
    // Longer than a process believes what it read: nobody can still be let in.
    else if (performance.now() - last > 35_000) break;
    await pause(250);
  }
  return (last - begun) / 1000;
}

/** A connection of its own for each request: another process may take it. */
async function ask(
  method: string,
  path: string,
  headers: Record<string, string>,
  body: unknown = { nom: "x" },
): Promise<number> {
  const answer = await fetch(`${product.url}${BASE}${path}`, {
    method,
    headers: { "content-type": "application/json", connection: "close", ...headers },
    body: method === "GET" ? undefined : JSON.stringify(body),
  });
  await answer.arrayBuffer();
  return answer.status;
}

async function signIn(who: string): Promise<{ access_token: string; refresh_token: string }> {
  const answer = await fetch(`${product.url}${BASE}/auth/token/`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email: `${who}@dihya.test`, password: "Dihya-demo-2026!" }),
  });
  return (await answer.json()) as { access_token: string; refresh_token: string };
}

/** A browser's session, as `name=value`. */
async function sessionCookie(who: string): Promise<string> {
  const first = await fetch(`${product.url}/api/auth/csrf`);
  const { csrfToken } = (await first.json()) as { csrfToken: string };
  const answer = await fetch(`${product.url}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: {
      cookie: first.headers
        .getSetCookie()
        .map((one) => one.split(";")[0])
        .join("; "),
    },
    body: new URLSearchParams({
      csrfToken,
      email: `${who}@dihya.test`,
      password: "Dihya-demo-2026!",
      json: "true",
    }),
  });
  const found = answer.headers.getSetCookie().find((one) => one.includes("dihya.session="));
  if (!found) throw new Error(`sign-in of a browser answered ${answer.status}`);
  return found.split(";")[0] ?? "";
}

function claimsOf(token: string): { sub: string; tv: number } {
  return JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());
}

function lootOf(token: string): Loot {
  const secrets = JSON.parse(readFileSync(join(product.home, "secrets.json"), "utf8"));
  const { kid } = JSON.parse(Buffer.from(token.split(".")[0] ?? "", "base64url").toString());
  const privateKey = createPrivateKey({ key: JSON.parse(secrets.DIHYA_TOKEN_KEY), format: "jwk" });
  return { good: token, privateKey, kid, ...claimsOf(token) };
}
