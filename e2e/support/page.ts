import { expect, type Locator, type Page } from "@playwright/test";

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
