import { demo, signIn } from "./support/accounts.ts";
import { apiOf } from "./support/api.ts";
import { inDays } from "./support/dates.ts";
import { dialogOf, fieldOf, press, typeDate } from "./support/page.ts";
import { unique } from "./support/people.ts";
import { expect, test } from "./support/test.ts";
import { wordsOf } from "./support/words.ts";

const t = wordsOf("fr");

test.beforeEach(({ page }) => signIn(page, demo.admin));

test("invites a gestionnaire, finds them, then makes them an auditeur", async ({ page }) => {
  const mark = unique();
  await page.goto("/fr/admin/utilisateurs/nouveau");
  await page.getByLabel(t("admin.users.email")).fill(`nadir.${mark}@dihya.test`);
  await page.getByLabel(t("admin.user.firstName"), { exact: true }).fill("Nadir");
  await page.getByLabel(t("admin.user.lastName"), { exact: true }).fill(`Ziani ${mark}`);
  await page.getByRole("checkbox", { name: "Dihya Lyon" }).check({ force: true });
  await page.getByRole("button", { name: t("admin.user.invite") }).click();
  await expect(page.getByText(t("admin.user.invited"))).toBeVisible();

  await page.goto(`/fr/admin/utilisateurs?q=${mark}`);
  const row = page.getByRole("row", { name: new RegExp(mark) });
  await expect(row).toContainText(t("common.roles.gestionnaire"));
  await expect(row).toContainText("Dihya Lyon");
  await row.getByRole("link").click();

  await page.getByRole("radio", { name: t("common.roles.auditeur") }).check({ force: true });
  await page.getByRole("checkbox", { name: "Dihya Lyon" }).uncheck({ force: true });
  await page.getByRole("button", { name: t("admin.user.save") }).click();
  await expect(page.getByText(t("admin.user.saved"))).toBeVisible();
  await page.reload();
  await expect(page.getByRole("radio", { name: t("common.roles.auditeur") })).toBeChecked();
});

test("an e-mail that has an account is refused beside its field", async ({ page }) => {
  await page.goto("/fr/admin/utilisateurs/nouveau");
  await page.getByLabel(t("admin.users.email")).fill(demo.client);
  await page.getByLabel(t("admin.user.firstName"), { exact: true }).fill("Double");
  await page.getByLabel(t("admin.user.lastName"), { exact: true }).fill("Compte");
  await page.getByRole("radio", { name: t("common.roles.auditeur") }).check({ force: true });
  await page.getByRole("button", { name: t("admin.user.invite") }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText(t("errors.emailTaken.detail"));
  await expect(page.getByLabel(t("admin.users.email"))).toHaveValue(demo.client);
});

test("a price changes from tomorrow: today's stays, and both stand in the history", async ({
  page,
  request,
}) => {
  const api = apiOf(request, demo.admin);
  const activite = await api.get<Activite>("/activites/animaux/");
  const current = activite.prix.find(({ agence_id }) => agence_id === 2)?.prix_horaire_ttc ?? "";
  const next = `${Number(current.split(".")[0]) + 1}.${String(10 + (Date.now() % 90))}`;

  await page.goto(`/fr/admin/catalogue/${activite.id}/prix?agence=2`);
  await page.getByLabel(t("admin.price.amount", { devise: "EUR" })).fill(next);
  await typeDate(fieldOf(page, "du"), inDays(1));
  await page.getByRole("button", { name: t("admin.price.preview") }).click();
  const change = page.getByRole("table");
  await expect(change).toContainText(written(current));
  await expect(change).toContainText(written(next));
  await page.getByRole("button", { name: t("admin.price.confirm") }).click();
  await expect(page.getByText(t("admin.price.saved"))).toBeVisible();

  await page.goto(`/fr/admin/catalogue/${activite.id}/prix?agence=2`);
  const line = (amount: string) => page.getByRole("listitem").filter({ hasText: written(amount) });
  await expect(line(current).first()).toContainText(t("admin.price.current"));
  await expect(line(next).first()).toContainText(t("admin.price.planned"));
});

type Activite = { id: number; prix: { agence_id: number; prix_horaire_ttc: string }[] };

const written = (amount: string) => amount.replace(".", ",");

test("what does not exist answers 404, in words", async ({ page }) => {
  for (const path of ["/admin/utilisateurs/999999999", "/admin/catalogue/999999999", "/audit/999999999"]) {
    const answer = await page.goto(`/fr${path}`);
    expect(answer?.status(), path).toBe(404);
    await expect(page.getByRole("heading", { name: t("ui.notFound.title") })).toBeVisible();
  }
});

test("makes a partner's key, sees it once, uses it within its scope, and ends it", async ({
  page,
  request,
}) => {
  const name = `Comptabilité ${unique()}`;
  await page.goto("/fr/admin/cles/nouvelle");
  await page.getByLabel(t("cles.name"), { exact: true }).fill(name);
  const reading = `${t("cles.acces.read")} (${t("cles.objets.activite")})`;
  await page.getByRole("checkbox", { name: reading }).check({ force: true });
  await press(page.getByRole("button", { name: t("cles.new.save") }));
  await expect(page.getByRole("heading", { name: t("cles.secret.title") })).toBeVisible();
  const key =
    (
      await page
        .getByText(/^dihya_/)
        .first()
        .textContent()
    )?.trim() ?? "";
  const status = async (path: string) =>
    (
      await request.get(`/api/services_personne${path}`, { headers: { authorization: `Bearer ${key}` } })
    ).status();
  expect([await status("/activites/"), await status("/clients/")]).toEqual([200, 403]);

  await page.goto("/fr/admin/cles");
  const row = page.getByRole("row", { name: new RegExp(name) });
  await expect(row).toContainText(t("cles.etats.active"));
  await expect(page.getByRole("main")).not.toContainText(key);
  await press(row.getByRole("button", { name: t("cles.revoke.act") }));
  await dialogOf(page)
    .getByRole("button", { name: t("cles.revoke.act") })
    .click();
  await expect(row).toContainText(t("cles.etats.revoquee"));
  expect(await status("/activites/")).toBe(401);
});
