import { signIn } from "./support/accounts.ts";
import { inDays } from "./support/dates.ts";
import { dialogOf, press } from "./support/page.ts";
import { somewhere } from "./support/people.ts";
import { expect, test } from "./support/test.ts";
import { carryOut, planVisit } from "./support/visits.ts";
import { startOf, wordsOf } from "./support/words.ts";

const t = wordsOf("fr");

test("cancels a visit within the notice, free of charge, and sees it among the past ones", async ({
  page,
  people,
  agency,
}) => {
  const [client, worker] = [await people.client(), await people.intervenant()];
  const { id } = await planVisit(agency, client, worker, `${inDays(6)}T10:00`);
  await signIn(page, client.email);
  await page.goto(`/fr/espace/visites/${id}`);
  await press(page.getByRole("button", { name: t("prestations.cancel.act") }));
  const dialog = dialogOf(page);
  await dialog
    .getByLabel(t("prestations.cancel.reason"))
    .selectOption({ label: t("prestations.cancel.reasons.away") });
  await dialog.getByRole("button", { name: t("prestations.cancel.confirm") }).click();
  await expect(page.getByText(t("prestations.notice.cancelled"), { exact: true })).toBeVisible();
  await expect(page.getByText(t("prestations.notice.noFee"))).toBeVisible();
  await page.goto("/fr/espace/visites?quand=passees");
  await expect(page.getByRole("main")).toContainText(t("states.prestation.annulee"));
});

test("moves a visit to another free slot with the same person; the agency is asked again", async ({
  page,
  people,
  agency,
}) => {
  const [client, worker] = [await people.client(), await people.intervenant()];
  const { id, date } = await planVisit(agency, client, worker, `${inDays(6)}T10:00`);
  await signIn(page, client.email);
  await page.goto(`/fr/espace/visites/${id}`);
  await page.getByRole("link", { name: t("prestations.detail.move") }).click();
  await page.locator("details[open] a[href*='/deplacer/confirmer']").last().click();
  await expect(page.getByRole("heading", { name: t("prestations.move.confirmTitle") })).toBeVisible();
  const wanted = new URL(page.url()).searchParams.get("date");
  await page.getByRole("button", { name: t("prestations.move.confirm") }).click();
  await expect(page.getByText(t("prestations.detail.moved"))).toBeVisible();
  await expect(page.getByText(t("prestations.notice.pending"), { exact: true })).toBeVisible();
  const moved = await agency.get<{ date: string; intervenant_id: number }>(`/prestations/${id}/`);
  expect(new Date(moved.date)).toEqual(new Date(wanted ?? ""));
  expect(moved.date).not.toBe(date);
  expect(moved.intervenant_id).toBe(worker.id);
});

test("a slot taken while the request is written: others nearby, one press away, no word lost", async ({
  page,
  people,
  agency,
}) => {
  const home = somewhere();
  const worker = await people.intervenant(home);
  const [client, rival] = [await people.client(home), await people.client()];
  await signIn(page, client.email);
  await page.goto(
    `/fr/espace/reserver/creneaux?type=menage&duree=2&intervenant_id=${worker.id}&du=${inDays(3)}`,
  );
  await page.locator("details[open] a[href*='/reserver/envoi']").first().click();
  await expect(page.getByRole("heading", { name: t("reservations.send.title") })).toBeVisible();
  await page.getByLabel(t("reservations.send.instructions")).fill("Sonner deux fois.");
  const wanted = new URL(page.url()).searchParams.get("date") ?? "";
  await planVisit(agency, rival, worker, wanted);

  await page.getByRole("button", { name: t("reservations.send.submit") }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText(t("errors.slotTaken.detail"));
  await expect(page.getByLabel(t("reservations.send.instructions"))).toHaveValue("Sonner deux fois.");
  const others = page.getByRole("region", { name: t("reservations.send.others") });
  // At another time it is the same person; at the same time it may be someone of a test that is just ending.
  await others
    .getByRole("button")
    .filter({ hasNotText: `${wanted.slice(11, 16)}–` })
    .first()
    .click();
  await expect(page.getByRole("heading", { name: t("reservations.sent.title") })).toBeVisible();
  const reservation = new URL(page.url()).pathname.split("/").at(-1);
  const { prestation } = await agency.get<Sent>(`/reservations/${reservation}/`);
  expect([prestation.date, prestation.intervenant_id]).not.toEqual([wanted, worker.id]);
  expect(prestation.instructions).toBe("Sonner deux fois.");
});

type Sent = { prestation: { date: string; intervenant_id: number; instructions: string } };

test("a first booking asks for the address on the way, and goes on with it", async ({
  page,
  people,
  agency,
}) => {
  const client = await people.client();
  await agency.patch(`/clients/${client.id}/`, { adresses: [] });
  await signIn(page, client.email);
  await page.goto("/fr/espace/reserver/besoin?type=menage");
  await page.getByLabel(t("common.fields.street")).fill("3 place Voltaire");
  await page.getByLabel(t("common.fields.postalCode")).fill("75011");
  await page.getByLabel(t("common.fields.city")).fill("Paris");
  await page.getByRole("button", { name: t("reservations.need.continue") }).click();
  await expect(page.getByRole("radio", { name: "3 place Voltaire" })).toBeChecked();
  await page.getByRole("button", { name: t("reservations.need.seeSlots") }).click();
  await expect(page.getByRole("heading", { name: t("reservations.slots.title") })).toBeVisible();
});

test("validates a finished visit and sees planned beside clocked time", async ({ page, people, agency }) => {
  const [client, worker] = [await people.client(), await people.intervenant()];
  const visit = await planVisit(agency, client, worker, `${inDays(-1)}T10:00`);
  await carryOut(agency, visit);
  await signIn(page, client.email);
  await page.goto("/fr/espace");
  await page.getByRole("link", { name: t("espace.home.toValidate") }).click();
  await expect(page.getByRole("main")).toContainText(t("prestations.validate.clocked"));
  await page.getByRole("button", { name: t("prestations.validate.act") }).click();
  await expect(page.getByRole("main")).toContainText(t("states.prestation.validee"));
  await page.goto("/fr/espace");
  await expect(page.getByText(t("espace.home.nothingWaits"))).toBeVisible();
});

test("another client's visit and invoice do not exist", async ({ page, people, agency }) => {
  const [client, other, worker] = [await people.client(), await people.client(), await people.intervenant()];
  const { id } = await planVisit(agency, other, worker, `${inDays(6)}T10:00`);
  await signIn(page, client.email);
  for (const path of [`/fr/espace/visites/${id}`, "/fr/espace/factures/1"]) {
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(404);
  }
});

test("changes contact details; the agency sees them", async ({ page, people, agency }) => {
  const client = await people.client();
  await signIn(page, client.email);
  await page.goto("/fr/espace/profil");
  await page.getByLabel(startOf(t, "common.fields.phone")).fill("06 12 34 56 78");
  await page.getByRole("button", { name: t("espace.profile.save") }).click();
  await expect(page.getByText(t("espace.profile.saved"))).toBeVisible();
  const { telephone } = await agency.get<{ telephone: string }>(`/clients/${client.id}/`);
  expect(telephone.replace(/\s/g, "")).toMatch(/^(\+33|0)612345678$/);
});
