import { demo, signIn } from "./support/accounts.ts";
import { dialogOf, press } from "./support/page.ts";
import { expect, test } from "./support/test.ts";
import { wordsOf } from "./support/words.ts";

const t = wordsOf("fr");

test("an admin reports an incident, serves its clock and closes it; the auditeur reads it without its words", async ({
  page,
}) => {
  await signIn(page, demo.admin);
  await page.goto("/fr/admin/incidents/nouveau");
  await page.getByLabel(t("incidents.fields.type")).selectOption("divulgation");
  await page.getByLabel(t("incidents.fields.nis2")).uncheck({ force: true });
  await page.getByLabel(t("incidents.fields.description")).fill("Relevé envoyé à M. Untel par erreur");
  await press(page.getByRole("button", { name: t("incidents.new.save") }));
  await expect(page).toHaveURL(/\/admin\/incidents\/\d+$/);
  const id = page.url().split("/").at(-1) ?? "";

  await press(page.getByRole("button", { name: t("incidents.one.close") }));
  const dialog = dialogOf(page);
  await dialog.getByRole("button", { name: t("incidents.one.close") }).click();
  await expect(dialog.getByText(t("errors.incidentStepsMissing.detail")).first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();

  await page.getByLabel(t("incidents.one.step"), { exact: true }).selectOption("notification");
  await page.getByLabel(t("incidents.one.stepText")).fill("Dossier 2026-77");
  await press(page.getByRole("button", { name: t("incidents.one.saveStep") }));
  await expect(page.getByText("Dossier 2026-77")).toBeVisible();
  await press(page.getByRole("button", { name: t("incidents.one.close") }));
  await dialog.getByRole("button", { name: t("incidents.one.close") }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("button", { name: t("incidents.one.reopen") })).toBeVisible();

  await signIn(page, demo.auditeur);
  await page.goto(`/fr/audit/incidents/${id}`);
  await expect(page.getByRole("heading", { name: t("incidents.one1", { id }) })).toBeVisible();
  await expect(page.getByText(t("incidents.etapes.cloture"))).toBeVisible();
  await expect(page.getByText("Untel")).toHaveCount(0);
  await expect(page.getByText("Dossier 2026-77")).toHaveCount(0);
});
