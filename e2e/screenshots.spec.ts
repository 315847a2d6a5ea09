import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { demo, signIn } from "./support/accounts.ts";
import { open } from "./support/page.ts";
import { expect, test } from "./support/test.ts";
import type { Locale } from "./support/words.ts";

test.describe.configure({ mode: "parallel" });

type Picture = { name: string; path: string; who?: keyof typeof demo; locale: Locale; width: 390 | 1440 };

const bookingSlots = "/espace/reserver/creneaux?type=menage&duree=2";
const pictures: readonly Picture[] = [
  { name: "accueil-fr-1440", path: "", locale: "fr", width: 1440 },
  { name: "reserver-fr-390", path: "/espace/reserver", who: "client", locale: "fr", width: 390 },
  { name: "reserver-ar-390", path: "/espace/reserver", who: "client", locale: "ar", width: 390 },
  { name: "creneaux-fr-390", path: bookingSlots, who: "client", locale: "fr", width: 390 },
  { name: "terrain-fr-390", path: "/terrain", who: "intervenant", locale: "fr", width: 390 },
  { name: "planning-fr-1440", path: "/gestion/planning", who: "gestionnaire", locale: "fr", width: 1440 },
  { name: "planning-ar-1440", path: "/gestion/planning", who: "gestionnaire", locale: "ar", width: 1440 },
  {
    name: "facturation-fr-1440",
    path: "/gestion/factures/preparation",
    who: "gestionnaire",
    locale: "fr",
    width: 1440,
  },
  { name: "journal-fr-1440", path: "/audit?objet=facture", who: "auditeur", locale: "fr", width: 1440 },
];

const folder = join(import.meta.dirname, "..", "docs", "images");
const isUpdate = process.env.UPDATE_SCREENSHOTS === "1";
const MOST_BYTES = 250_000;

for (const { name, path, who, locale, width } of pictures)
  test(`picture ${name}`, async ({ page }) => {
    await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
    if (who) await signIn(page, demo[who]);
    await open(page, locale, path);
    await page.evaluate(() => document.fonts.ready);
    if (!isUpdate) return;
    mkdirSync(folder, { recursive: true });
    const file = join(folder, `${name}.png`);
    await page.screenshot({ path: file, animations: "disabled", caret: "hide" });
    expect(statSync(file).size).toBeLessThan(MOST_BYTES);
  });
