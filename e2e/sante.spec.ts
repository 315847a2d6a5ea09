import { expect, test } from "@playwright/test";

test("health answers without a token, with and without the final slash", async ({ request }) => {
  for (const path of ["/api/services_personne/sante/", "/api/services_personne/sante"]) {
    const answer = await request.get(path, { maxRedirects: 0 });
    expect(answer.status()).toBe(200);
    expect(await answer.json()).toMatchObject({ statut: "ok", base: "ok" });
  }
});

test("the home page opens in the language of the browser", async ({ page }) => {
  await page.goto("/");
  await expect(page).toHaveURL(/\/fr$/);
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
  await expect(page.getByRole("main")).toBeVisible();
});
