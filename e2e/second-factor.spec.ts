import type { Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { password, signIn } from "./support/accounts.ts";
import { expect, test } from "./support/test.ts";
import { wordsOf } from "./support/words.ts";

const t = wordsOf("fr");

/** What the phone shows; `steps` of 30 s ahead, since a code that has served opens nothing more. */
const phone = (key: string, steps: number) =>
  new TOTP({ secret: Secret.fromBase32(key.replaceAll(" ", "")) }).generate({
    timestamp: Date.now() + steps * 30_000,
  });

async function fillIn(page: Page, email: string): Promise<void> {
  await page.context().clearCookies();
  await page.goto("/fr/connexion?retour=/espace/factures");
  await page.getByLabel(t("common.fields.email"), { exact: true }).fill(email);
  await page.getByLabel(t("auth.signIn.password"), { exact: true }).fill(password);
  await page.getByRole("button", { name: t("auth.signIn.submit") }).click();
  await expect(page.getByRole("heading", { name: t("compte.code.title") })).toBeVisible();
}

test("someone links a phone, then signs in with its code, and with a recovery code without it", async ({
  page,
  people,
}) => {
  const { email } = await people.client();
  await signIn(page, email);
  await page.goto("/fr/compte/securite");
  await page.getByRole("button", { name: t("compte.setup.start") }).click();
  await expect(page.getByRole("img", { name: t("compte.setup.qrAlt") })).toBeVisible();
  const key = await page.getByText(/^[A-Z2-7]{4}( [A-Z2-7]{4}){7}$/).textContent();
  await page.getByLabel(t("compte.setup.firstCode")).fill(phone(key ?? "", 0));
  await page.getByRole("button", { name: t("compte.setup.activate") }).click();
  const list = page.getByRole("list", { name: t("compte.recovery.title") }).getByRole("listitem");
  // Waits for the page; what reads all texts at once would not.
  await expect(list).toHaveCount(10);
  const codes = await list.allInnerTexts();
  await page.getByRole("link", { name: t("compte.recovery.done") }).click();
  await expect(page.getByRole("button", { name: t("compte.security.remove") })).toBeVisible();

  await fillIn(page, email);
  const code = page.getByLabel(t("compte.code.code"));
  await expect(code).toHaveAttribute("autocomplete", "one-time-code");
  await code.fill("000000");
  await page.getByRole("button", { name: t("compte.code.submit") }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText(t("errors.wrongCode.detail"));
  await code.fill(phone(key ?? "", 1));
  await page.getByRole("button", { name: t("compte.code.submit") }).click();
  await expect(page).toHaveURL(/\/fr\/espace\/factures$/);

  await fillIn(page, email);
  await page.getByRole("link", { name: t("compte.code.useRecovery") }).click();
  await page.getByLabel(t("compte.code.recovery")).fill(codes[0]?.toUpperCase() ?? "");
  await page.getByRole("button", { name: t("compte.code.submit") }).click();
  await expect(page).toHaveURL(/\/fr\/espace\/factures$/);
});
