import { demo, password } from "./support/accounts.ts";
import { expect, test } from "./support/test.ts";

const BASE = "/api/services_personne";

for (const [language, title] of [
  ["fr", "L’API de Dihya"],
  ["en", "The Dihya API"],
] as const)
  test(`the reference names every address of the API and no other host (${language})`, async ({
    request,
  }) => {
    const [page, document] = await Promise.all([
      request.get("/api/docs", { headers: { "accept-language": language } }),
      request.get(`${BASE}/openapi.json`).then((answer) => answer.json()),
    ]);
    const html = await page.text();
    expect(page.status()).toBe(200);
    expect(html).toContain(`<html lang="${language}"`);
    expect(html).toContain(title);
    const paths = Object.keys(document.paths).map((path) => path.replace(BASE, ""));
    expect(paths.filter((path) => !html.includes(`>${path}<`))).toEqual([]);
    expect([...html.matchAll(/(?:src|href)="(?:https?:)?\/\/([^"/]+)/g)].map(([, host]) => host)).toEqual([]);
  });

test("a developer gets a token and tries an address on the spot", async ({ page, baseURL }) => {
  const outside: string[] = [];
  page.on("request", (sent) => {
    if (!sent.url().startsWith(baseURL ?? "")) outside.push(sent.url());
  });
  await page.goto("/api/docs/moi?lang=en");
  await page.getByText("Without a token you try the API as a visitor.").click();
  await page.getByLabel("E-mail address").fill(demo.gestionnaire);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Get a token" }).click();
  await expect(page.getByText("Requests go out with your token.")).toBeVisible();
  await page.getByRole("button", { name: `Try it GET ${BASE}/moi/`, exact: true }).click();
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByText("200 OK")).toBeVisible();
  await expect(page.getByLabel("Content")).toHaveValue(/"role": "gestionnaire"/);
  expect(outside).toEqual([]);
});

test("an address that nothing answers is refused as a problem everywhere under /api", async ({ request }) => {
  for (const path of ["/api", "/api/nulle-part", "/api/docs/nulle/part"]) {
    const answer = await request.get(path);
    expect(answer.status()).toBe(404);
    expect(answer.headers()["content-type"]).toBe("application/problem+json");
  }
  expect((await request.get("/api/docs/nulle-part")).status()).toBe(404);
});
