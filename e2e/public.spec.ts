import type { Page } from "@playwright/test";
import { alive } from "./support/page.ts";
import { expect, test } from "./support/test.ts";
import { type Locale, wordsOf } from "./support/words.ts";

for (const locale of ["fr", "en", "ar", "tzm"] as const)
  test(`home speaks ${locale} and leads to the catalogue`, async ({ page }) => {
    const t = wordsOf(locale);
    await page.goto(`/${locale}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("public.home.title"));
    await expect(page.locator("html")).toHaveAttribute("dir", locale === "ar" ? "rtl" : "ltr");
    await page
      .getByRole("main")
      .getByRole("link", { name: t("public.home.allServices") })
      .first()
      .click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("public.services.title"));
    await page.getByRole("main").locator("a[href*='/services/menage']").first().click();
    await expect(page.getByRole("link", { name: t("public.service.book") }).first()).toBeVisible();
  });

test("the catalogue finds a service by name, in spite of case and accents", async ({ page }) => {
  const t = wordsOf("fr");
  await page.goto("/fr/services");
  const search = page.getByRole("searchbox", { name: t("public.services.search") });
  await alive(search);
  await search.fill("MENAGE");
  await expect(page).toHaveURL(/[?&]q=MENAGE/);
  await expect(page.locator("main a[href*='/services/menage']").first()).toBeVisible();
  await expect(page.locator("main a[href*='/services/jardinage']")).toHaveCount(0);
  await search.fill("xyzxyz");
  await expect(page.getByText(t("public.services.none"))).toBeVisible();
});

test("the simulator's price follows each answer, and the tax credit is half in France", async ({ page }) => {
  const t = wordsOf("fr");
  await page.goto("/fr/devis?type=menage&agence=1&duree=2&frequence=ponctuel");
  const answer = page.getByRole("status");
  const amounts = async () =>
    ((await answer.textContent()) ?? "").match(/[\d\s\u202f]+,\d{2}/g)?.map(centsOf) ?? [];
  await expect(answer).toContainText(t("public.devis.once"));
  const [once = 0, left = 0] = await amounts();
  expect(once).toBeGreaterThan(0);
  expect(left).toBe(once / 2);

  const duration = page.getByLabel(t("public.devis.duration"));
  await alive(duration);
  await duration.selectOption("4");
  await expect.poll(async () => (await amounts())[0]).toBe(once * 2);
  await page.getByRole("radio", { name: t("public.devis.frequencies.hebdomadaire") }).check({ force: true });
  await expect(answer).toContainText(t("public.devis.perMonth"));
  await expect.poll(async () => (await amounts())[0]).toBe(Math.round((once * 2 * 52) / 12));
});

const centsOf = (text: string) => Number(text.replace(/\D/g, ""));

for (const locale of ["fr", "ar"] as const)
  test(`an address that leads nowhere answers 404 in words (${locale})`, async ({ page }) => {
    const answer = await page.goto(`/${locale}/nulle-part`);
    expect(answer?.status()).toBe(404);
    const t = wordsOf(locale);
    await expect(page.getByRole("heading", { name: t("ui.notFound.title") })).toBeVisible();
    await page.getByRole("link", { name: t("ui.notFound.home") }).click();
    await expect(page).toHaveURL(new RegExp(`/${locale}/?$`));
  });

test("another language keeps the page and its query", async ({ page }) => {
  await page.goto("/fr/devis?type=menage&duree=3");
  await switchTo(page, "fr", "ar", "العربية");
  await expect(page).toHaveURL(/\/ar\/devis\?type=menage&duree=3$/);
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(wordsOf("ar")("public.devis.title"));
  await switchTo(page, "ar", "tzm", "Tamaziɣt");
  await expect(page).toHaveURL(/\/tzm\/devis\?type=menage&duree=3$/);
  await expect(page.locator("html")).toHaveAttribute("dir", "ltr");
});

async function switchTo(page: Page, from: Locale, to: Locale, name: string) {
  const names = { fr: "Français", en: "English", ar: "العربية", tzm: "Tamaziɣt" };
  await page.getByRole("button", { name: wordsOf(from)("shell.language", { name: names[from] }) }).click();
  await page.getByRole("link", { name, exact: true }).click();
  await page.waitForURL(new RegExp(`/${to}/`));
}
