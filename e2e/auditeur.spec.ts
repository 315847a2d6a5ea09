import type { Page } from "@playwright/test";
import { demo, signIn } from "./support/accounts.ts";
import { apiOf } from "./support/api.ts";
import { inDays } from "./support/dates.ts";
import { expect, test } from "./support/test.ts";
import { planVisit } from "./support/visits.ts";
import { wordsOf } from "./support/words.ts";

const t = wordsOf("fr");

test.beforeEach(({ page }) => signIn(page, demo.auditeur));

test("filters narrow the log, live in the address, and can be taken off", async ({
  page,
  people,
  agency,
}) => {
  const [client, worker] = [await people.client(), await people.intervenant()];
  const { id } = await planVisit(agency, client, worker, `${inDays(5)}T10:00`);
  await page.goto("/fr/audit");
  await page.getByLabel(t("audit.object"), { exact: true }).selectOption("prestation");
  await page.getByLabel(t("audit.objectId")).fill(String(id));
  await expect(page).toHaveURL(new RegExp(`objet=prestation&objet_id=${id}$`));
  const rows = page.getByRole("table").getByRole("row");
  await expect(rows.last()).toContainText(`${t("audit.objets.prestation")} : ${t("audit.actes.create")}`);
  for (const row of (await rows.all()).slice(1))
    await expect(row).toContainText(`${t("audit.objets.prestation")} ${id}`);
  await page.getByLabel(t("audit.role")).selectOption("client");
  await expect(page.getByText(t("audit.none"))).toBeVisible();
  await page.getByRole("link", { name: t("ui.reset") }).click();
  await expect(page).toHaveURL(/\/fr\/audit$/);
  await expect(rows.nth(10)).toBeVisible();
});

test("exports what the filters show, as CSV and as JSON, and the exports are logged themselves", async ({
  page,
  people,
  agency,
}) => {
  const [client, worker] = [await people.client(), await people.intervenant()];
  const { id } = await planVisit(agency, client, worker, `${inDays(5)}T10:00`);
  await page.goto(`/fr/audit?objet=prestation&objet_id=${id}`);
  const csv = await download(page, t("audit.exportCsv"));
  expect(csv.name).toBe("journal.csv");
  expect(csv.text).toContain("prestation.create");
  const [, ...lines] = csv.text.trim().split("\n");
  for (const line of lines) expect(line).toContain(`prestation:${id}`);
  const json = await download(page, t("audit.exportJson"));
  expect(json.name).toBe("journal.json");
  const entries = JSON.parse(json.text) as { action: string; objet: string }[];
  expect(entries.map(({ action }) => action)).toEqual(
    expect.arrayContaining(["prestation.create", "prestation.update"]),
  );
  for (const { objet } of entries) expect(objet).toBe(`prestation:${id}`);
  for (const text of [csv.text, json.text]) expect(text).not.toContain(client.nom);
  await page.goto("/fr/audit?action=audit.export");
  await expect(page.getByRole("table")).toContainText(
    `${t("audit.objets.audit")} : ${t("audit.actes.export")}`,
  );
});

async function download(page: Page, name: string) {
  const started = page.waitForEvent("download");
  await page.getByRole("link", { name }).click();
  const file = await started;
  const chunks: Buffer[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(Buffer.from(chunk));
  return {
    name: file.suggestedFilename(),
    text: Buffer.concat(chunks)
      .toString("utf8")
      .replace(/^\ufeff/, ""),
  };
}

test("no page of the log and no answer to an auditeur says a client's name", async ({
  page,
  people,
  agency,
  request,
}) => {
  const [client, worker] = [await people.client(), await people.intervenant()];
  const { id } = await planVisit(agency, client, worker, `${inDays(5)}T10:00`);
  await agency.patch(`/clients/${client.id}/`, { notes: `Mme ${client.nom}` });
  const paths = [`/fr/audit?objet=client&objet_id=${client.id}`, `/fr/audit?objet=prestation&objet_id=${id}`];
  for (const path of paths) {
    await page.goto(path);
    const entries = await page
      .locator("main td a[href*='/audit/']")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
    expect(entries.length).toBeGreaterThan(0);
    for (const entry of [path, ...entries]) {
      await page.goto(entry);
      const text = await page.content();
      for (const secret of [client.nom, client.email, worker.nom, client.telephone])
        expect(text).not.toContain(secret);
    }
  }
  const seen = await apiOf(request, demo.auditeur).get<Record<string, unknown>>(`/prestations/${id}/`);
  expect(JSON.stringify(seen)).not.toContain(client.nom);
});

test("an entry carries its proof and leads to the history of its object", async ({ page, people }) => {
  const client = await people.client();
  await page.goto(`/fr/audit?objet=client&objet_id=${client.id}`);
  await page.getByRole("link", { name: `${t("audit.objets.client")} : ${t("audit.actes.create")}` }).click();
  await expect(page.getByText(t("audit.intact"))).toBeVisible();
  await page
    .getByRole("link", { name: t("audit.history", { object: `${t("audit.objets.client")} ${client.id}` }) })
    .click();
  await expect(page).toHaveURL(new RegExp(`objet=client&objet_id=${client.id}$`));
});

test("an auditeur changes nothing: every door of the API that writes is shut, and the refusal is logged", async ({
  page,
  people,
  agency,
  request,
}) => {
  const [client, worker] = [await people.client(), await people.intervenant()];
  const { id } = await planVisit(agency, client, worker, `${inDays(5)}T10:00`);
  const token = await request.post("/api/services_personne/auth/token/", {
    data: { email: demo.auditeur, password: "Dihya-demo-2026!" },
  });
  const { access_token } = (await token.json()) as { access_token: string };
  const answer = await request.post(`/api/services_personne/prestations/${id}/annulation/`, {
    headers: { authorization: `Bearer ${access_token}` },
    data: { motif: "essai" },
  });
  expect(answer.status()).toBe(403);
  await page.goto("/fr/audit?action=prestation.cancel&resultat=refused&role=auditeur");
  await expect(page.getByRole("table").getByRole("row").nth(1)).toContainText(t("states.audit.refused"));
});
