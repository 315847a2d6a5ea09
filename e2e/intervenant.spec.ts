import { signIn } from "./support/accounts.ts";
import { bringToNow } from "./support/clock.ts";
import { inDays, mondayIn } from "./support/dates.ts";
import { fieldOf, press, typeDate } from "./support/page.ts";
import { expect, test } from "./support/test.ts";
import { planVisit } from "./support/visits.ts";
import { wordsOf } from "./support/words.ts";

const t = wordsOf("fr");

test.use({ viewport: { width: 390, height: 844 } });

test("sees the week's visits day by day, and next week's behind one press", async ({
  page,
  people,
  agency,
}) => {
  const [client, worker] = [await people.client(), await people.intervenant()];
  await planVisit(agency, client, worker, `${mondayIn(1)}T10:00`);
  await signIn(page, worker.email);
  await page.goto("/fr/terrain/semaine");
  await expect(page.getByRole("main").getByText(client.nom)).toHaveCount(0);
  for (const _week of ["next", "the one with the visit"]) {
    const before = page.url();
    await page.getByRole("link", { name: t("common.time.nextWeek") }).click();
    await expect(page).not.toHaveURL(before);
  }
  await expect(page).toHaveURL(/semaine=/);
  await expect(page.getByRole("main").getByText(client.nom)).toBeVisible();
});

test("today's visit has the way in, the phone and directions without any map service", async ({
  page,
  people,
  agency,
}) => {
  const [client, worker] = [await people.client(), await people.intervenant()];
  const visit = await planVisit(agency, client, worker, `${inDays(5)}T10:00`);
  await agency.patch(`/prestations/${visit.id}/`, { instructions: "Le chat reste dedans." });
  await bringToNow(visit.id);
  await signIn(page, worker.email);
  await page.goto("/fr/terrain");
  const main = page.getByRole("main");
  await expect(main.getByText(client.nom)).toBeVisible();
  await expect(main.getByText("12 rue des Lilas")).toBeVisible();
  await expect(main.getByText("Le chat reste dedans.")).toBeVisible();
  await expect(main.locator(`a[href^='tel:']`).first()).toBeVisible();
  await expect(main.locator("a[href^='geo:']").first()).toBeVisible();
});

test("an arrival cannot be clocked long before the hour", async ({ page, people, agency }) => {
  const [client, worker] = [await people.client(), await people.intervenant()];
  const { id } = await planVisit(agency, client, worker, `${inDays(2)}T10:00`);
  await signIn(page, worker.email);
  await page.goto(`/fr/terrain/visites/${id}`);
  await expect(page.getByRole("link", { name: t("terrain.visit.arrive") })).toHaveCount(0);
  await page.goto(`/fr/terrain/visites/${id}/pointage/arrivee`);
  await expect(page.getByText(t("terrain.clock.closed"))).toBeVisible();
  await expect(page.getByRole("button", { name: t("terrain.clock.arriveTitle") })).toHaveCount(0);
});

test("someone else's visit does not exist", async ({ page, people, agency }) => {
  const [client, worker, other] = [
    await people.client(),
    await people.intervenant(),
    await people.intervenant(),
  ];
  const { id } = await planVisit(agency, client, other, `${inDays(5)}T10:00`);
  await signIn(page, worker.email);
  const answer = await page.goto(`/fr/terrain/visites/${id}`);
  expect(answer?.status()).toBe(404);
});

test("changes the week's hours: takes Sunday off and adds an evening", async ({ page, people, agency }) => {
  const worker = await people.intervenant();
  await signIn(page, worker.email);
  await page.goto("/fr/terrain/disponibilites");
  await expect(page.getByText(t("terrain.hours.total", { hours: "112 h" }))).toBeVisible();
  await press(
    page.getByRole("button", {
      name: t("terrain.hours.remove", { day: "dimanche", from: "06:00", to: "22:00" }),
    }),
  );
  await page.getByRole("button", { name: t("terrain.hours.save") }).click();
  await expect(page.getByText(t("terrain.hours.saved"))).toBeVisible();
  await page.reload();
  await expect(page.getByText(t("terrain.hours.total", { hours: "96 h" }))).toBeVisible();
  const { results } = await agency.get<{ results: { jour: number }[] }>(
    `/intervenants/${worker.id}/disponibilites/?limit=50`,
  );
  expect(results.map(({ jour }) => jour).sort()).toEqual([1, 2, 3, 4, 5, 6]);
});

test("asks for leave, then the agency finds it to decide and approves it", async ({
  page,
  people,
  agency,
}) => {
  const worker = await people.intervenant();
  await signIn(page, worker.email);
  await page.goto("/fr/terrain/disponibilites?vue=absences");
  await page.getByRole("link", { name: t("terrain.absences.ask") }).click();
  await expect(page).toHaveURL(/\/absence$/);
  await typeDate(fieldOf(page, "debut"), inDays(20));
  await typeDate(fieldOf(page, "fin"), inDays(24));
  await page.getByRole("button", { name: t("terrain.absences.send") }).click();
  await expect(page.getByText(t("terrain.absences.asked"))).toBeVisible();
  await expect(page.getByRole("main")).toContainText(t("states.absence.demandee"));

  type Absences = { results: { id: number; intervenant_id: number }[] };
  const { results } = await agency.get<Absences>(`/absences/?intervenant_id=${worker.id}`);
  expect(results).toHaveLength(1);
  await agency.post(`/absences/${results[0]?.id}/decision/`, { decision: "approuvee" });
  await page.reload();
  await expect(page.getByRole("main")).toContainText(t("states.absence.approuvee"));
});
