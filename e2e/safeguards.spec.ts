import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { demo, password, signIn } from "./support/accounts.ts";
import { expect, test } from "./support/test.ts";

const BASE = "/api/services_personne";
const evil = [
  "https://evil.example/",
  "//evil.example",
  "/\\evil.example",
  "https:evil.example",
  "javascript:alert(1)",
];

test("a session's cookie writes nothing through the API, whatever site sends it", async ({ page }) => {
  await signIn(page, demo.gestionnaire);
  const read = await page.request.get(`${BASE}/moi/`);
  expect(read.status()).toBe(200);
  for (const [method, path] of [
    ["POST", "/clients/"],
    ["PATCH", "/moi/"],
    ["PUT", "/moi/"],
    ["DELETE", "/prestations/7/"],
  ] as const)
    for (const type of ["application/json", "text/plain", "application/x-www-form-urlencoded"]) {
      const answer = await page.request.fetch(`${BASE}${path}`, {
        method,
        headers: { "content-type": type },
        data: "{}",
      });
      expect.soft([401, 405, 415], `${method} ${path} ${type}`).toContain(answer.status());
    }
});

test("a form sent by another site does nothing", async ({ page, baseURL }) => {
  await signIn(page, demo.client);
  await page.goto("/fr/espace/profil");
  const action = await page
    .locator("form input[name^='$ACTION_ID'], form input[name^='$ACTION_REF']")
    .first()
    .getAttribute("name");
  expect(action).not.toBeNull();
  const send = (origin: string) =>
    page.request.post("/fr/espace/profil", {
      headers: { origin },
      multipart: { [action ?? ""]: "" },
      maxRedirects: 0,
    });
  for (const origin of ["https://evil.example", "null"]) {
    const answer = await send(origin);
    expect.soft([400, 403, 500], origin).toContain(answer.status());
    expect.soft(answer.status(), origin).not.toBe(500);
  }
  // The same from our own pages is taken as far as the form's fields: the refusals above are for where they came from.
  expect((await send(new URL(baseURL ?? "").origin)).status()).toBeLessThan(500);
});

test("signing in and out needs the page's own token", async ({ page, request }) => {
  const wrong = await request.post("/api/auth/callback/credentials", {
    form: { csrfToken: "0".repeat(64), email: demo.client, password, json: "true" },
    maxRedirects: 0,
  });
  expect(wrong.headersArray().some(({ value }) => /dihya\.session=[^;]/.test(value))).toBe(false);
  await signIn(page, demo.client);
  await page.request.post("/api/auth/signout", { form: { csrfToken: "0".repeat(64) }, maxRedirects: 0 });
  expect((await page.request.get(`${BASE}/moi/`)).status()).toBe(200);
});

test("no address leads from here to another site", async ({ page, request, baseURL }) => {
  const own = new URL(baseURL ?? "").origin;
  const landed = (answer: { headers(): Record<string, string>; url(): string }) =>
    new URL(answer.headers().location ?? answer.url(), own).origin;
  for (const callbackUrl of evil) {
    const { csrfToken } = (await (await request.get("/api/auth/csrf")).json()) as { csrfToken: string };
    for (const path of ["/api/auth/signin", "/api/auth/signout", "/api/auth/callback/credentials"]) {
      const asked = await request.get(`${path}?callbackUrl=${encodeURIComponent(callbackUrl)}`, {
        maxRedirects: 0,
      });
      expect.soft(landed(asked), `${path} ${callbackUrl}`).toBe(own);
      const sent = await request.post(path, { form: { csrfToken, callbackUrl }, maxRedirects: 0 });
      expect.soft(landed(sent), `POST ${path} ${callbackUrl}`).toBe(own);
    }
  }
  await signIn(page, demo.client);
  for (const retour of evil) {
    await page.goto(`/fr/connexion?retour=${encodeURIComponent(retour)}`);
    expect.soft(new URL(page.url()).origin, retour).toBe(own);
  }
});

test("no page of ours shows in a frame of another site", async ({ page, baseURL }) => {
  const frame = `<iframe src="${baseURL}/fr/connexion"></iframe>`;
  const other = createServer((_, response) => response.setHeader("content-type", "text/html").end(frame));
  await new Promise<void>((ready) => other.listen(0, "127.0.0.1", ready));
  const said: string[] = [];
  page.on("console", (line) => said.push(line.text()));
  await page.goto(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`);
  await expect.poll(() => said.join("\n")).toMatch(/frame-ancestors|X-Frame-Options/);
  expect(page.frames().some((one) => one.url().includes("/connexion"))).toBe(false);
  other.close();
});
