import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { demo, signIn } from "./support/accounts.ts";
import { darkPages, type KeyPage, keyPages } from "./support/gallery.ts";
import { open } from "./support/page.ts";
import { expect, test } from "./support/test.ts";
import { type Locale, wordsOf } from "./support/words.ts";

test.describe.configure({ mode: "parallel" });

const visitors = [undefined, "client", "intervenant", "gestionnaire", "auditeur", "admin"] as const;

/** Opens each page as the person who works on it; one sign-in for all. No script of a page may fail. */
async function openEach(
  page: Page,
  pages: readonly KeyPage[],
  locale: Locale,
  check: (path: string) => Promise<void>,
) {
  test.setTimeout(30_000 + pages.length * 15_000);
  const who = pages[0]?.who;
  if (who) await signIn(page, demo[who]);
  const failures: string[] = [];
  page.on("pageerror", (error) => failures.push(error.message));
  page.on("console", (line) => line.type() === "error" && failures.push(line.text()));
  for (const { path } of pages)
    await test.step(path || "/", async () => {
      expect.soft(await open(page, locale, path), path).toBe(200);
      await check(path);
      expect.soft(failures.splice(0), path).toEqual([]);
    });
}

/** Rules of axe that the page breaks, each with where; empty when all is well. */
async function violations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
}

for (const locale of ["fr", "ar"] as const)
  for (const who of visitors)
    test(`axe finds nothing on the pages of ${who ?? "a guest"} (${locale})`, async ({ page }) => {
      const pages = keyPages.filter((one) => one.who === who);
      await openEach(page, pages, locale, async (path) => {
        expect.soft(await violations(page), path).toEqual([]);
      });
    });

for (const locale of ["fr", "ar"] as const)
  for (const who of visitors)
    test(`nothing overflows a phone's width on the pages of ${who ?? "a guest"} (${locale})`, async ({
      page,
    }) => {
      await page.setViewportSize({ width: 390, height: 844 });
      const pages = keyPages.filter((one) => one.who === who);
      await openEach(page, pages, locale, async (path) => {
        expect.soft(await overflowing(page), path).toEqual([]);
      });
    });

/** Elements that make the page wider than the screen, smallest first; empty when nothing scrolls sideways. */
function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll("body *")]
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        return width > 0 && (right > clientWidth + 1 || left < -1);
      })
      .slice(-3)
      .map((element) => `${scrollWidth} > ${clientWidth}: ${element.outerHTML.slice(0, 120)}`);
  });
}

for (const who of visitors.filter((one) => darkPages.some((page) => page.who === one)))
  test(`axe finds nothing in the dark on the pages of ${who ?? "a guest"}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: "dark" });
    const pages = darkPages.filter((one) => one.who === who);
    await openEach(page, pages, "fr", async (path) => {
      const dark = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      expect.soft(dark, path).not.toBe("rgb(250, 247, 242)");
      expect.soft(await violations(page), path).toEqual([]);
    });
  });

for (const locale of ["fr", "ar"] as const)
  test(`the keyboard alone books up to the last step (${locale})`, async ({ page }) => {
    const t = wordsOf(locale);
    await signIn(page, demo.client);
    await page.goto(`/${locale}/espace/reserver`);
    await page.keyboard.press("Tab");
    const skip = page.getByRole("link", { name: t("shell.skip") });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("main")).toBeFocused();
    await tabTo(page, "a[href*='type=menage']");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/besoin/);
    await page.getByRole("radio").first().waitFor();
    await tabTo(page, "main button[type=submit]");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/creneaux/);
    await page.locator("details[open] a").first().waitFor();
    await tabTo(page, "details[open] a[href*='/envoi']");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: t("reservations.send.title") })).toBeVisible();
    await tabTo(page, "main button[type=submit]");
    await expect(page.getByRole("button", { name: t("reservations.send.submit") })).toBeFocused();
  });

/** Presses Tab until an element has the focus; every stop on the way must show that it has it. */
async function tabTo(page: Page, selector: string, most = 80): Promise<void> {
  for (let stop = 0; stop < most; stop += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${selector} is not within ${most} stops of the Tab key`);
}
