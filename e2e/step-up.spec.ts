import type { Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { demo, password, signIn } from "./support/accounts.ts";
import { apiOf } from "./support/api.ts";
import { ageProof } from "./support/proof.ts";
import { expect, test } from "./support/test.ts";
import { wordsOf } from "./support/words.ts";

const t = wordsOf("fr");
/** Longer than any setting asks for. */
const LONG_AGO = 61;

/** What the page offers once it believes that it is the person, as a file. */
async function fileOf(page: Page) {
  await expect(page.getByRole("heading", { name: t("compte.confirmation.done") })).toBeVisible();
  const arriving = page.waitForEvent("download");
  await page.getByRole("link", { name: t("compte.confirmation.download") }).click();
  return arriving;
}

const answer = (page: Page) => page.getByRole("button", { name: t("ui.identity.confirm") }).click();

test("a list of clients leaves only after the password was given again", async ({ page }) => {
  await signIn(page, demo.gestionnaire);
  await ageProof(page, LONG_AGO);
  await page.goto("/fr/gestion/clients");
  await page.getByRole("link", { name: t("common.actions.exportCsv") }).click();
  await expect(page.getByRole("heading", { name: t("compte.confirmation.title") })).toBeVisible();

  const field = page.getByLabel(t("ui.identity.password"), { exact: true });
  await field.fill("ce n’est pas le bon mot de passe");
  await answer(page);
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await field.fill(password);
  await answer(page);
  expect((await fileOf(page)).suggestedFilename()).toMatch(/\.csv$/);

  // Within the time that the setting says nobody is asked again.
  const arriving = page.waitForEvent("download");
  await page.goto("/fr/gestion/clients");
  await page.getByRole("link", { name: t("common.actions.exportCsv") }).click();
  expect((await arriving).suggestedFilename()).toMatch(/\.csv$/);
});

test("who linked a phone proves both: the password alone gives no file", async ({
  page,
  people,
  request,
}) => {
  const { email } = await people.client();
  const api = apiOf(request, email);
  const { secret } = await api.post<{ secret: string }>("/moi/second-facteur/", {});
  const phone = (steps: number) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });
  await signIn(page, email);
  await api.post("/moi/second-facteur/activation/", { code: phone(0) });
  await ageProof(page, LONG_AGO);

  await page.goto("/fr/espace/profil/donnees/copie");
  const code = page.getByLabel(t("ui.identity.code"), { exact: true });
  await expect(code).toHaveAttribute("autocomplete", "one-time-code");
  await page.getByLabel(t("ui.identity.password"), { exact: true }).fill(password);
  await code.fill("000000");
  await answer(page);
  await expect(page.getByRole("main").getByRole("alert")).toContainText(t("errors.wrongCode.detail"));
  await page.getByLabel(t("ui.identity.password"), { exact: true }).fill(password);
  await code.fill(phone(1));
  await answer(page);
  expect((await fileOf(page)).suggestedFilename()).toMatch(/\.zip$/);
});

test("a session is ended from afar: the other browser is out at its next page", async ({
  page,
  people,
  browser,
}) => {
  const { email } = await people.client();
  const elsewhere = await (
    await browser.newContext({ userAgent: "Mozilla/5.0 (X11) Firefox/150.0" })
  ).newPage();
  await signIn(elsewhere, email);
  await elsewhere.goto("/fr/espace");
  await expect(elsewhere).toHaveURL(/\/fr\/espace$/);

  await signIn(page, email);
  await page.goto("/fr/compte/securite");
  const other = page.getByRole("listitem").filter({ hasText: "Firefox" });
  await other.getByRole("button", { name: t("compte.sessions.end") }).click();
  await page.getByRole("alertdialog").getByText(t("compte.sessions.end"), { exact: true }).click();
  await expect(page.getByText(t("compte.sessions.ended"))).toBeVisible();
  await expect(other).toHaveCount(0);

  await elsewhere.goto("/fr/espace");
  await expect(elsewhere).toHaveURL(/\/fr\/connexion\?/);
  await elsewhere.context().close();
  await page.goto("/fr/espace");
  await expect(page).toHaveURL(/\/fr\/espace$/);
});

test("how hard a new password is to guess is said while it is typed, by nobody else's server", async ({
  page,
  baseURL,
}) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto("/fr/inscription");
  await page.getByLabel(t("common.fields.firstName")).fill("Zohra");
  await page.getByLabel(t("common.fields.lastName")).fill("Benaïssa");
  const field = page.getByLabel(t("auth.signIn.password"), { exact: true });
  const said = page.getByRole("status").filter({ hasText: /./ });
  const says = async (typed: string, words: string | RegExp) => {
    await field.fill(typed);
    await expect(said).toHaveText(words);
  };
  await says("train", /10/);
  await says("Zohra-Benaïssa-1987", t("ui.password.guessable"));
  await says("le train part sans moi jeudi", t("ui.password.strong"));
  expect(asked.filter((url) => !url.startsWith(baseURL ?? "?"))).toEqual([]);
});
