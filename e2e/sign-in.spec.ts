import type { Page } from "@playwright/test";
import { demo, password, signIn } from "./support/accounts.ts";
import { unique } from "./support/people.ts";
import { expect, test } from "./support/test.ts";
import { wordsOf } from "./support/words.ts";

const t = wordsOf("fr");

async function fillIn(page: Page, email: string, secret: string): Promise<void> {
  await page.getByLabel(t("common.fields.email"), { exact: true }).fill(email);
  await page.getByLabel(t("auth.signIn.password"), { exact: true }).fill(secret);
  await page.getByRole("button", { name: t("auth.signIn.submit") }).click();
}

test("a wrong password and an unknown address get the same answer, and what was typed stays", async ({
  page,
  people,
}) => {
  const known = (await people.client()).email;
  for (const email of [known, `personne.${unique()}@dihya.test`]) {
    await page.goto("/fr/connexion");
    await fillIn(page, email, "pas le bon mot de passe");
    await expect(page.getByRole("main").getByRole("alert")).toContainText(
      t("errors.invalidCredentials.detail"),
    );
    await expect(page.getByLabel(t("common.fields.email"), { exact: true })).toHaveValue(email);
  }
});

test("sign-in never leads to another site", async ({ page }) => {
  for (const asked of ["https://evil.example/", "//evil.example/", "/\\evil.example"]) {
    await page.context().clearCookies();
    await page.goto(`/fr/connexion?retour=${encodeURIComponent(asked)}`);
    await fillIn(page, demo.auditeur, password);
    await expect(page).toHaveURL(/\/fr\/audit$/);
  }
});

for (const path of [
  "/espace/factures",
  "/gestion/visites",
  "/gestion/clients/1",
  "/terrain/semaine",
  "/audit",
  "/admin/catalogue",
])
  test(`a guest who opens ${path} signs in and comes back to it`, async ({ page }) => {
    const owner = {
      espace: demo.client,
      gestion: demo.gestionnaire,
      terrain: demo.intervenant,
      audit: demo.auditeur,
      admin: demo.admin,
    }[path.split("/")[1] as "audit"];
    await page.goto(`/fr${path}`);
    await expect(page).toHaveURL(new RegExp(`/fr/connexion\\?retour=${encodeURIComponent(path)}`));
    await fillIn(page, owner, password);
    await expect(page).toHaveURL(new RegExp(`/fr${path}$`));
  });

test("a role that may not see a page is led to its own home", async ({ page }) => {
  await signIn(page, demo.client);
  for (const path of ["/gestion/clients", "/terrain", "/audit", "/admin/utilisateurs"]) {
    await page.goto(`/fr${path}`);
    await expect(page).toHaveURL(/\/fr\/espace$/);
  }
  await signIn(page, demo.intervenant);
  for (const path of ["/espace", "/gestion/factures", "/audit", "/admin"]) {
    await page.goto(`/fr${path}`);
    await expect(page).toHaveURL(/\/fr\/terrain$/);
  }
});

test("another agency's file does not exist for a gestionnaire", async ({ page, people }) => {
  const { id } = await people.client();
  await signIn(page, "gestionnaire.lyon@dihya.test");
  const answer = await page.goto(`/fr/gestion/clients/${id}`);
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: t("ui.notFound.title") })).toBeVisible();
});

test("after signing out, the back button shows nothing and the pages are closed", async ({
  page,
  people,
}) => {
  const { email } = await people.client();
  await signIn(page, email);
  await page.goto("/fr/espace");
  const cookies = await page.context().cookies();
  await page.getByRole("button", { name: t("shell.account") }).click();
  await page.getByRole("button", { name: t("common.actions.signOut") }).click();
  await expect(page).not.toHaveURL(/\/espace/);
  await page.context().addCookies(cookies);
  await page.goto("/fr/espace");
  await expect(page).toHaveURL(/\/fr\/connexion/);
});
