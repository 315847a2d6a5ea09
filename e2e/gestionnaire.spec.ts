import { demo, signIn } from "./support/accounts.ts";
import { apiOf } from "./support/api.ts";
import { inDays, mondayIn } from "./support/dates.ts";
import { alive, dialogOf, fieldOf, press } from "./support/page.ts";
import { expect, test } from "./support/test.ts";
import { planVisit } from "./support/visits.ts";
import { wordsOf } from "./support/words.ts";

const t = wordsOf("fr");

test("refuses a request with a reason that the client reads", async ({ page, people, request }) => {
  const [client, worker] = [await people.client(), await people.intervenant()];
  const asked = await apiOf(request, client.email).post<{ id: number; prestation_id: number }>(
    "/reservations/",
    {
      type: "menage",
      date: `${inDays(4)}T10:00`,
      duree: 2,
      intervenant_id: worker.id,
    },
  );
  await signIn(page, demo.gestionnaire);
  await page.goto(`/fr/gestion/demandes?q=${encodeURIComponent(client.nom)}`);
  const row = page.getByRole("row", { name: new RegExp(client.nom) });
  await press(row.getByRole("button", { name: t("dashboard.requests.refuse") }));
  const dialog = dialogOf(page);
  await dialog.getByRole("button", { name: t("dashboard.requests.refuseConfirm") }).click();
  await expect(dialog.getByRole("alert")).toContainText(t("errors.field.required"));
  await dialog.getByLabel(t("dashboard.requests.reason")).fill("Jeudi matin est possible.");
  await dialog.getByRole("button", { name: t("dashboard.requests.refuseConfirm") }).click();
  await expect(
    page.getByText(t("dashboard.requests.refused", { name: `${client.prenom} ${client.nom}` })),
  ).toBeVisible();
  await expect(row).toHaveCount(0);

  await signIn(page, client.email);
  await page.goto(`/fr/espace/visites/${asked.prestation_id}`);
  await expect(page.getByRole("main")).toContainText("Jeudi matin est possible.");
});

test("both answers to a request are in sight without scrolling sideways, on a laptop too", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await signIn(page, demo.gestionnaire);
  await page.goto("/fr/gestion/demandes");
  const first = page.getByRole("table").getByRole("row").nth(1);
  for (const act of ["accept", "refuse"])
    await expect(first.getByRole("button", { name: t(`dashboard.requests.${act}`) })).toBeInViewport({
      ratio: 1,
    });
});

test("plans a visit outside someone's hours only with a written reason, which stays in the file", async ({
  page,
  people,
}) => {
  const [client, worker] = [await people.client(), await people.intervenant()];
  await signIn(page, demo.gestionnaire);
  const start = new URLSearchParams({
    client_id: String(client.id),
    date: mondayIn(1),
    heure: "04:00",
    type: "menage",
    intervenant_id: String(worker.id),
  });
  await page.goto(`/fr/gestion/visites/nouvelle?${start}`);
  await expect(
    page.getByRole("status").filter({ hasText: t("plannings.rules.outsideAvailability") }),
  ).toBeVisible();
  const submit = page.getByRole("button", { name: t("plannings.create.submit") });
  await submit.click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText(
    t("errors.outsideAvailability.detail"),
  );
  await page
    .getByLabel(t("plannings.person.reason"))
    .fill("Départ en gare très tôt, accord de l’intervenant.");
  await submit.click();
  await expect(page.getByText(t("plannings.visit.created"))).toBeVisible();
  await expect(page.getByRole("main")).toContainText("Départ en gare très tôt");
});

test("a slot that is taken comes back with others; one press fills the form", async ({
  page,
  people,
  agency,
}) => {
  const [client, other, worker] = [await people.client(), await people.client(), await people.intervenant()];
  const day = mondayIn(2);
  await signIn(page, demo.gestionnaire);
  const start = {
    client_id: String(client.id),
    date: day,
    heure: "10:00",
    type: "menage",
    intervenant_id: String(worker.id),
  };
  await page.goto(`/fr/gestion/visites/nouvelle?${new URLSearchParams(start)}`);
  await expect(page.getByText(t("plannings.person.isFree", { name: worker.prenom }))).toBeVisible();
  await planVisit(agency, other, worker, `${day}T10:30`);
  const submit = page.getByRole("button", { name: t("plannings.create.submit") });
  await submit.click();
  const others = page.getByRole("group", { name: t("plannings.alternatives.title") });
  // At another time it is the same person; at the same time it may be someone of a test that is just ending.
  await others.getByRole("button").filter({ hasNotText: "10:00–" }).first().click();
  await expect(others).toHaveCount(0);
  await submit.click();
  await expect(page.getByText(t("plannings.visit.created"))).toBeVisible();
});

test("finds a client by phone as people say it, from any page", async ({ page, people }) => {
  const client = await people.client();
  await signIn(page, demo.gestionnaire);
  await page.goto("/fr/gestion");
  const spoken = client.telephone.replace("+33", "0").replace(/(\d{2})(?=\d)/g, "$1 ");
  const search = page.getByRole("searchbox", { name: t("dashboard.nav.search") });
  await search.fill(spoken);
  await search.press("Enter");
  await page
    .getByRole("row", { name: new RegExp(client.nom) })
    .getByRole("link")
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${client.prenom} ${client.nom}`);
  await expect(page.getByRole("main")).toContainText("12 rue des Lilas");
});

test("opens a client's file with an address, then plans a first visit from it", async ({ page, people }) => {
  const { nom } = await people.client();
  const name = `${nom}-bis`;
  await signIn(page, demo.gestionnaire);
  await page.goto("/fr/gestion/clients/nouveau");
  await page.getByLabel(t("clients.form.firstName"), { exact: true }).fill("Rosa");
  await page.getByLabel(t("clients.form.lastName"), { exact: true }).fill(name);
  const street = fieldOf(page, "adresses.0.voie").getByRole("textbox");
  await alive(street);
  await street.fill("5 rue Oberkampf");
  await fieldOf(page, "adresses.0.code_postal").getByRole("textbox").fill("75011");
  await fieldOf(page, "adresses.0.commune").getByRole("textbox").fill("Paris");
  await page.getByRole("button", { name: t("clients.form.create") }).click();
  await expect(page.getByText(t("clients.file.created"))).toBeVisible();
  await page.getByRole("link", { name: t("clients.file.newVisit") }).click();
  await expect(page).toHaveURL(/\/visites\/nouvelle\?client_id=/);
  await expect(page.getByLabel(t("plannings.create.address"))).toContainText("5 rue Oberkampf");
});

test("the week opens a visit without leaving it, and moves on with the arrows of weeks", async ({
  page,
  people,
  agency,
}) => {
  const [client, worker] = [await people.client(), await people.intervenant()];
  const day = mondayIn(1);
  await planVisit(agency, client, worker, `${day}T10:00`);
  await signIn(page, demo.gestionnaire);
  await page.goto(`/fr/gestion/planning?date=${day}&q=${encodeURIComponent(worker.nom)}`);
  const table = page.getByRole("table");
  await table.getByRole("link", { name: new RegExp(client.nom) }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText(client.nom);
  await expect(dialog).toContainText(t("states.prestation.confirmee"));
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await page.getByRole("link", { name: t("plannings.week.next") }).click();
  await expect(table.getByText(client.nom)).toHaveCount(0);
});

test("asks for a report, and reads it once the worker has run it", async ({ page }) => {
  await signIn(page, demo.gestionnaire);
  await page.goto("/fr/gestion/rapports");
  await page
    .getByRole("radio", { name: new RegExp(t("rapports.types.qualite.title")) })
    .check({ force: true });
  await press(page.getByRole("button", { name: t("rapports.run"), exact: true }));
  await expect(page).toHaveURL(/\/fr\/gestion\/rapports\/\d+$/, { timeout: 30_000 });
  await expect(page.getByRole("main")).toContainText(t("rapports.types.qualite.title"));
  await expect(page.getByRole("link", { name: t("rapports.files.csv") })).toBeVisible();
});
