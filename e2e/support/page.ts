import { expect, type Locator, type Page } from "@playwright/test";
import { type Locale, wordsOf } from "./words.ts";

/** Presses a control that needs the page's own script, once that script has reached it. */
export async function press(control: Locator): Promise<void> {
  await alive(control);
  await control.click();
}

/** Waits until the page's script has taken over what the server drew. */
export async function alive(control: Locator): Promise<void> {
  await expect
    .poll(() =>
      control.evaluate((element) => Object.keys(element).some((key) => key.startsWith("__reactProps"))),
    )
    .toBe(true);
}

/** The dialog that an act opened. */
export const dialogOf = (page: Page): Locator => page.getByRole("alertdialog").or(page.getByRole("dialog"));

/** Types a civil day ('YYYY-MM-DD') into a date field, segment by segment as a person would. */
export async function typeDate(field: Locator, day: string): Promise<void> {
  const [year, month, date] = day.split("-");
  const standIn = field.getByRole("button").first();
  await alive(standIn);
  await standIn.focus();
  await field.getByRole("spinbutton").first().focus();
  await field.page().keyboard.type(`${date}${month}${year}`);
}

/** The field of a form by the name under which it is sent. */
export const fieldOf = (within: Page | Locator, name: string): Locator =>
  within.locator(`[data-field="${name}"]`);

/** Opens a page and waits until nothing of it is still on its way: what is slow comes in after the frame. */
export async function open(page: Page, locale: Locale, path: string): Promise<number> {
  const answer = await page.goto(`/${locale}${path}`);
  await expect(page.locator("main h1").first()).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: wordsOf(locale)("ui.loading") })).toHaveCount(0);
  return answer?.status() ?? 0;
}
