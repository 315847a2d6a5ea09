import { demo, signIn } from "./support/accounts.ts";
import { dialogOf, press } from "./support/page.ts";
import { expect, test } from "./support/test.ts";
import { wordsOf } from "./support/words.ts";

const t = wordsOf("fr");

test("a quote is priced as it is written, sent, and accepted by its client", async ({ page, people }) => {
  const client = await people.client();
  await signIn(page, demo.gestionnaire);
  await page.goto(`/fr/gestion/devis/nouveau?client_id=${client.id}`);
  const service = page.getByRole("combobox", { name: t("factures.quote.service") });
  const menage = service.locator("option", { hasText: /^Ménage/ });
  await service.selectOption((await menage.first().getAttribute("value")) ?? "");
  await expect(page.getByText(t("factures.quote.totalMonth"))).toBeVisible();
  await press(page.getByRole("button", { name: t("factures.quote.create") }));
  await expect(page).toHaveURL(/\/fr\/gestion\/devis\/\d+$/);
  await press(page.getByRole("button", { name: t("factures.quote.send") }));
  await dialogOf(page)
    .getByRole("button", { name: t("factures.quote.send") })
    .click();
  await expect(page.getByRole("button", { name: t("factures.quote.record") })).toBeVisible();

  await signIn(page, client.email);
  await page.goto("/fr/espace/devis");
  await page.getByRole("main").getByRole("listitem").getByRole("link").first().click();
  await press(page.getByRole("button", { name: t("factures.quote.accept") }));
  await dialogOf(page)
    .getByRole("button", { name: t("factures.quote.accept") })
    .click();
  await expect(page.getByText(t("factures.quote.accepted")).first()).toBeVisible();
  await expect(page.getByRole("button", { name: t("factures.quote.accept") })).toHaveCount(0);
  const pdf = await page.request.get(
    (await page.getByRole("link", { name: t("factures.quote.pdf") }).getAttribute("href")) ?? "",
  );
  expect([pdf.status(), pdf.headers()["content-type"]]).toEqual([200, "application/pdf"]);
});
