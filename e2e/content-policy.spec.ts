import type { Page, Route } from "@playwright/test";
import { demo, signIn } from "./support/accounts.ts";
import { keyPages } from "./support/gallery.ts";
import { open } from "./support/page.ts";
import { watch } from "./support/policy.ts";
import { expect, test } from "./support/test.ts";

const visitors = [undefined, "client", "intervenant", "gestionnaire", "auditeur", "admin"] as const;

for (const who of visitors)
  test(`the pages of ${who ?? "a guest"} keep to their content policy and ask nobody else for anything`, async ({
    page,
    baseURL,
  }) => {
    const pages = keyPages.filter((one) => one.who === who);
    test.setTimeout(30_000 + pages.length * 15_000);
    const seen = await watch(page, new URL(baseURL ?? "").origin);
    if (who) await signIn(page, demo[who]);
    for (const { path } of pages)
      await test.step(path || "/", async () => {
        expect.soft(await open(page, "fr", path), path).toBe(200);
        expect.soft(seen.refused.splice(0), path).toEqual([]);
        expect.soft(seen.foreign.splice(0), path).toEqual([]);
      });
  });

test("the API's reference keeps to it too, in every language", async ({ page, baseURL }) => {
  const seen = await watch(page, new URL(baseURL ?? "").origin);
  for (const path of ["/api/docs", "/api/docs/clients?lang=ar", "/api/docs/nowhere"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
  expect(seen.refused).toEqual([]);
  expect(seen.foreign).toEqual([]);
});

const planted = `<script>window.planted = "inline"</script>
<img src="/nothing.png" onerror="window.planted = 'attribute'">
<a id="planted-link" href="javascript:window.planted = 'link'">x</a>
<base href="https://elsewhere.example/">
<form id="planted-form" action="https://elsewhere.example/"><button>x</button></form>`;

/** Answers as the product does, with what an attacker managed to put into the page; without the policy if asked. */
const plant = (policy: boolean) => async (route: Route) => {
  const answer = await route.fetch();
  const headers = { ...answer.headers() };
  if (!policy) delete headers["content-security-policy"];
  const body = (await answer.text()).replace("</body>", `${planted}</body>`);
  await route.fulfill({ response: answer, headers, body });
};

/** What planted code managed to run. */
const plantedIn = (page: Page) => page.evaluate(() => (globalThis as { planted?: string }).planted);

test("a script planted in a page does not run, nor a form planted in it leave", async ({ page, baseURL }) => {
  const seen = await watch(page, new URL(baseURL ?? "").origin);
  await page.route("**/fr/connexion", plant(true));
  await page.goto("/fr/connexion");
  await expect.poll(() => seen.refused.join("\n")).toContain("script-src-attr");
  await page.locator("#planted-link").dispatchEvent("click");
  await page.locator("#planted-form button").dispatchEvent("click");
  await expect.poll(() => seen.refused.join("\n")).toContain("form-action");
  const refused = seen.refused.map((one) => one.split(" ")[0]);
  expect(new Set(refused)).toEqual(
    new Set(["script-src-elem", "script-src-attr", "base-uri", "form-action"]),
  );
  expect(await plantedIn(page)).toBeUndefined();
  expect(seen.foreign).toEqual([]);
});

test("the same script runs once the policy is taken away: the test above can fail", async ({ page }) => {
  await page.route("**/fr/connexion", plant(false));
  await page.goto("/fr/connexion");
  await expect.poll(() => plantedIn(page)).toBeDefined();
});

test("text becomes no code in a page, whatever writes it", async ({ page, baseURL }) => {
  const seen = await watch(page, new URL(baseURL ?? "").origin);
  await open(page, "fr", "/services");
  const outcome = await page.evaluate(() => {
    const tried = (act: () => unknown) => {
      try {
        act();
        return "done";
      } catch (error) {
        return (error as Error).name;
      }
    };
    const made = document.createElement("script");
    return [
      tried(() => {
        document.body.insertAdjacentHTML("beforeend", "<b>x</b>");
      }),
      tried(() => {
        made.src = "https://elsewhere.example/x.js";
      }),
      tried(() => {
        made.src = "/api/services_personne/open-data/";
      }),
    ];
  });
  expect(outcome).toEqual(["TypeError", "TypeError", "TypeError"]);
  expect(seen.refused.map((one) => one.split(" ")[0])).toContain("require-trusted-types-for");
});

test("every answer has its headers, whichever door wrote it, and no personal page is kept by a browser", async ({
  page,
}) => {
  await signIn(page, demo.client);
  const { request } = page;
  const addresses = [
    "/fr/espace",
    "/fr/nowhere",
    "/nowhere.png",
    "/fr/espace/profil/donnees/copie",
    "/api/services_personne/clients/",
    "/api/services_personne/nowhere",
    "/api/auth/csrf",
    "/api/docs",
    "/dihya.svg",
  ];
  for (const address of addresses) {
    const headers = (await request.get(address)).headers();
    expect.soft(headers["content-security-policy"], address).toContain("frame-ancestors 'none'");
    expect.soft(headers["x-content-type-options"], address).toBe("nosniff");
    expect.soft(headers["x-frame-options"], address).toBe("DENY");
    expect.soft(headers["x-powered-by"], address).toBeUndefined();
    if (address.startsWith("/fr/espace"))
      expect.soft(headers["cache-control"], address).toContain("no-store");
  }
});

test("tells finders of a fault where to write", async ({ request }) => {
  const answer = await request.get("/.well-known/security.txt");
  expect(answer.headers()["content-type"]).toBe("text/plain; charset=utf-8");
  const text = await answer.text();
  expect(text).toMatch(/^Contact: (mailto:|https:\/\/)/);
  const expires = new Date(/^Expires: (.+)$/m.exec(text)?.[1] ?? "").getTime();
  expect(expires).toBeGreaterThan(Date.now());
});
