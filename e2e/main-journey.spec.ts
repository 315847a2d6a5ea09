import type { Page } from "@playwright/test";
import { demo, password } from "./support/accounts.ts";
import { bringToNow } from "./support/clock.ts";
import { mailedLink } from "./support/mail.ts";
import { dialogOf, press } from "./support/page.ts";
import { type Person, unique } from "./support/people.ts";
import { expect, test } from "./support/test.ts";
import { type Locale, startOf, type Words, wordsOf } from "./support/words.ts";

/** One person's way through the product in one language. */
type Journey = { page: Page; t: Words; locale: Locale };
type Booked = { reservation: number; visit: number };

test.describe.configure({ mode: "parallel" });

/** Weeks ahead: journeys that run together ask for different days. */
const weeksAhead = { fr: 0, ar: 1 } as const;

for (const locale of ["fr", "ar"] as const)
  test(`from a booking to a paid invoice, seen in the log (${locale})`, async ({ page, people, agency }) => {
    test.setTimeout(240_000);
    const journey = { page, t: wordsOf(locale), locale };
    const worker = await people.intervenant();
    const client = newcomer();

    await test.step("register and confirm", () => register(journey, client));
    await test.step("sign in", () => signInByForm(journey, client.email, "/espace", passphrase));
    const reservation = await test.step("book", () => book(journey));
    const { prestation_id: visit } = await agency.get<{ prestation_id: number }>(
      `/reservations/${reservation}/`,
    );
    const booked = { reservation, visit };
    await test.step("accept", () => accept(journey, client, worker, booked));
    await bringToNow(visit);
    await test.step("check in, check out, note", () => carryOut(journey, client, worker, booked));
    await test.step("validate", () => validate(journey, client, booked));
    const invoice = await test.step("invoice and payment", () => bill(journey, client));
    await test.step("the paid invoice and its document", () => receive(journey, client, invoice));
    await test.step("the log", () => audit(journey, booked, invoice));
  });

/** Chosen at registration; the demonstration's own is too well known to be accepted there. */
const passphrase = "un jardin plein de figues";

type Newcomer = Omit<Person, "id">;

function newcomer(): Newcomer {
  const mark = unique();
  return { prenom: "Yasmine", nom: `Benali ${mark}`, email: `yasmine.${mark}@dihya.test`, telephone: "" };
}

async function register({ page, t, locale }: Journey, client: Newcomer): Promise<void> {
  await page.goto(`/${locale}`);
  await expect(page.locator("html")).toHaveAttribute("dir", locale === "ar" ? "rtl" : "ltr");
  await page.goto(`/${locale}/inscription`);
  await page.getByLabel(t("common.fields.firstName"), { exact: true }).fill(client.prenom);
  await page.getByLabel(t("common.fields.lastName"), { exact: true }).fill(client.nom);
  await page.getByLabel(t("common.fields.email"), { exact: true }).fill(client.email);
  await page.getByLabel(t("auth.signIn.password"), { exact: true }).fill(passphrase);
  await page.getByLabel(t("auth.register.agency")).selectOption("1");
  await page.getByLabel(t("common.fields.street")).fill("8 rue de Charonne");
  await page.getByLabel(t("common.fields.postalCode")).fill("75011");
  await page.getByLabel(t("common.fields.city")).fill("Paris");
  await page.getByRole("button", { name: t("auth.register.submit") }).click();
  await expect(page.getByRole("heading", { name: t("auth.sent.title") })).toBeVisible();
  await page.goto(await mailedLink(page.request, client.email, "confirm"));
  await page.getByRole("button", { name: t("auth.confirm.submit") }).click();
  await expect(page.getByText(t("auth.info.confirme"))).toBeVisible();
}

async function signInByForm(
  { page, t, locale }: Journey,
  email: string,
  home: string,
  secret = password,
): Promise<void> {
  await page.context().clearCookies();
  await page.goto(`/${locale}/connexion`);
  await page.getByLabel(t("common.fields.email"), { exact: true }).fill(email);
  await page.getByLabel(t("auth.signIn.password"), { exact: true }).fill(secret);
  await page.getByRole("button", { name: t("auth.signIn.submit") }).click();
  await expect(page).toHaveURL(new RegExp(`/${locale}${home}$`));
  await expect(page.locator("html")).toHaveAttribute("dir", locale === "ar" ? "rtl" : "ltr");
}

async function book({ page, t, locale }: Journey): Promise<number> {
  await page
    .getByRole("main")
    .getByRole("link", { name: t("espace.home.book") })
    .click();
  await expect(page.getByRole("heading", { name: t("reservations.service.title") })).toBeVisible();
  await page.getByRole("main").locator("a[href*='type=menage']").click();
  await expect(page.getByRole("radio", { name: "8 rue de Charonne" })).toBeChecked();
  await page.getByRole("button", { name: t("reservations.need.seeSlots") }).click();
  await expect(page.getByRole("heading", { name: t("reservations.slots.title") })).toBeVisible();
  for (let week = 0; week < weeksAhead[locale as "fr"]; week += 1) {
    await page.getByRole("link", { name: t("reservations.slots.nextWeek") }).click();
    await expect(page).toHaveURL(/[?&]du=/);
  }
  await page.locator("details[open] a[href*='/reserver/envoi']").last().click();
  await expect(page.getByRole("heading", { name: t("reservations.send.title") })).toBeVisible();
  await page.getByLabel(t("reservations.send.instructions")).fill("✓ 3e");
  await page.getByRole("button", { name: t("reservations.send.submit") }).click();
  await expect(page.getByRole("heading", { name: t("reservations.sent.title") })).toBeVisible();
  return Number(new URL(page.url()).pathname.split("/").at(-1));
}

/** The gestionnaire gives the visit to someone else than the person proposed, and accepts. */
async function accept(
  journey: Journey,
  client: Newcomer,
  worker: Person,
  { reservation }: Booked,
): Promise<void> {
  const { page, t, locale } = journey;
  await signInByForm(journey, demo.gestionnaire, "/gestion");
  await page.goto(`/${locale}/gestion/demandes?q=${encodeURIComponent(client.nom)}`);
  await page.getByRole("main").getByRole("link", { name: client.nom }).click();
  await expect(page).toHaveURL(new RegExp(`/gestion/demandes/${reservation}$`));
  const person = page.getByRole("combobox", { name: t("plannings.person.label") });
  await person.fill(worker.nom);
  await page.getByRole("option", { name: worker.nom }).click();
  await expect(page.getByText(t("plannings.person.isFree", { name: worker.prenom }))).toBeVisible();
  await page.getByRole("button", { name: t("dashboard.requests.accept") }).click();
  await expect(page.getByRole("link", { name: t("dashboard.requests.openVisit") })).toBeVisible();
}

async function carryOut(
  journey: Journey,
  client: Newcomer,
  worker: Person,
  { visit }: Booked,
): Promise<void> {
  const { page, t, locale } = journey;
  await page.setViewportSize({ width: 390, height: 844 });
  await signInByForm(journey, worker.email, "/terrain");
  await expect(page.getByRole("main").getByText(client.nom)).toBeVisible();
  await page.getByRole("link", { name: t("terrain.visit.arrive") }).click();
  await page.getByRole("button", { name: t("terrain.clock.arriveTitle") }).click();
  await expect(page.getByText(startOf(t, "terrain.today.arrived", "time", "name"))).toBeVisible();
  await page.getByRole("link", { name: t("terrain.visit.leave") }).click();
  await page.getByRole("button", { name: t("terrain.clock.leaveTitle") }).click();
  await expect(page).toHaveURL(new RegExp(`/${locale}/terrain/visites/${visit}`));
  await page.getByLabel(t("terrain.note.label")).fill("✓ 4/4");
  await page.getByRole("button", { name: t("terrain.note.save") }).click();
  await expect(page.getByText(t("terrain.note.saved"))).toBeVisible();
  await page.setViewportSize({ width: 1280, height: 900 });
}

async function validate(journey: Journey, client: Newcomer, { visit }: Booked): Promise<void> {
  const { page, t, locale } = journey;
  await signInByForm(journey, client.email, "/espace", passphrase);
  await page.getByRole("link", { name: t("espace.home.toValidate") }).click();
  await expect(page).toHaveURL(new RegExp(`/${locale}/espace/visites/${visit}$`));
  await page.getByRole("button", { name: t("prestations.validate.act") }).click();
  await expect(page.getByRole("main").getByText(t("states.prestation.validee"))).toBeVisible();
}

/** Draft of the month from the client's file, issue, full payment; the invoice's number in the API. */
async function bill(journey: Journey, client: Newcomer): Promise<number> {
  const { page, t, locale } = journey;
  await signInByForm(journey, demo.gestionnaire, "/gestion");
  await page.goto(`/${locale}/gestion/clients?q=${encodeURIComponent(client.nom)}`);
  await page.getByRole("main").getByRole("link", { name: client.nom, exact: false }).first().click();
  await press(page.getByRole("button", { name: t("clients.file.prepare") }));
  await dialogOf(page)
    .getByRole("button", { name: t("clients.file.prepareConfirm") })
    .click();
  await expect(page.getByText(t("factures.file.prepared"))).toBeVisible();
  await press(page.getByRole("button", { name: t("factures.file.issue"), exact: true }));
  await dialogOf(page)
    .getByRole("button", { name: t("factures.file.issueConfirm") })
    .click();
  const form = page.getByRole("form", { name: t("factures.file.record") });
  await form.getByLabel(t("factures.file.mode")).selectOption("carte");
  await form.getByRole("button", { name: t("factures.file.recordAct") }).click();
  await expect(page.getByText(t("factures.file.allPaid"))).toBeVisible();
  return Number(new URL(page.url()).pathname.split("/").at(-1));
}

async function receive(journey: Journey, client: Newcomer, invoice: number): Promise<void> {
  const { page, t, locale } = journey;
  await signInByForm(journey, client.email, "/espace", passphrase);
  await page.goto(`/${locale}/espace/factures`);
  const row = page.locator(`a[href$='/espace/factures/${invoice}']`);
  await expect(page.getByRole("main").getByText(t("states.facture.payee"))).toBeVisible();
  await row.click();
  await expect(page).toHaveURL(new RegExp(`/factures/${invoice}$`));
  const download = page.getByRole("link", { name: t("espace.invoices.download") });
  // The document is made by the worker, a moment after the invoice.
  await expect(async () => {
    await page.reload();
    await expect(download).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
  const answer = await page.request.get((await download.getAttribute("href")) ?? "");
  expect(answer.headers()["content-type"]).toBe("application/pdf");
  expect((await answer.body()).subarray(0, 5).toString("latin1")).toBe("%PDF-");
  await switchLanguage(journey, `/espace/factures/${invoice}`);
}

/** Another language, the same page. */
async function switchLanguage({ page, t, locale }: Journey, path: string): Promise<void> {
  const [other, name] = locale === "ar" ? ["fr", "Français"] : ["ar", "العربية"];
  await page.getByRole("button", { name: t("shell.account") }).click();
  await page.getByRole("link", { name, exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/${other}${path}$`));
  await expect(page.locator("html")).toHaveAttribute("dir", locale === "ar" ? "ltr" : "rtl");
}

async function audit(journey: Journey, { reservation, visit }: Booked, invoice: number): Promise<void> {
  const { page, t } = journey;
  await signInByForm(journey, demo.auditeur, "/audit");
  const written = {
    reservation: { id: reservation, acts: ["reservation.create", "reservation.accept"] },
    prestation: { id: visit, acts: ["pointage.create", "prestation.validate"] },
    facture: { id: invoice, acts: ["facture.issue", "paiement.create"] },
  };
  for (const [object, { id, acts }] of Object.entries(written)) {
    await page.getByLabel(t("audit.object"), { exact: true }).selectOption(object);
    await page.getByLabel(t("audit.objectId")).fill(String(id));
    await expect(page).toHaveURL(new RegExp(`objet=${object}&objet_id=${id}`));
    for (const act of acts)
      await expect(
        page
          .getByRole("main")
          .getByRole("link", { name: actName(t, act) })
          .first(),
      ).toBeVisible();
  }
  await page.getByRole("link", { name: actName(t, "facture.issue") }).click();
  await expect(page.getByText(t("audit.intact"))).toBeVisible();
}

function actName(t: Words, operation: string): string {
  const [object, act] = operation.split(".");
  return t("audit.act", { object: t(`audit.objets.${object}`), act: t(`audit.actes.${act}`) });
}
