import { mkdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { locales } from "@/lib/i18n/locales";
import { type Contenu, type Gabarit, gabarits } from "@/lib/organisation/courriel/gabarit";
import { type Rendu, renderCourriel } from "@/lib/organisation/courriel/render";
import { findBrowser } from "@/scripts/testing/browser";
import type { Evenement } from "./evenement-store";
import { faitsOf } from "./redaction";

/**
 * The e-mails shown in docs/courriels.md. `UPDATE_SCREENSHOTS=1` draws them anew; otherwise no browser starts, and
 * they only have to be there and small.
 */
const isUpdate = process.env.UPDATE_SCREENSHOTS === "1";
const root = join(import.meta.dirname, "..", "..");
const folder = join(root, "docs", "images", "courriels");
const MOST_BYTES = 60_000;

const agence = { fuseau: "Europe/Paris", pays: "FR", devise: "EUR" };
const libelles = {
  fr: "Ménage",
  en: "Housekeeping",
  ar: "التنظيف المنزلي",
  tzm: "Asizdeg n uxxam",
};
const visit = {
  agence,
  prestation: { debut: new Date("2026-03-12T13:00:00Z"), fin: new Date("2026-03-12T15:00:00Z") },
  activite: { libelles },
  intervenant: { prenom: "Karim" },
} as unknown as Evenement;
const invoice = {
  agence,
  facture: {
    numero: "F-2026-00042",
    totalTtc: 12480,
    credite: 0,
    paye: 0,
    devise: "EUR",
    echeance: "2026-04-09",
    type: "facture",
  },
} as unknown as Evenement;

type Mail = { name: string; gabarit: Gabarit; contenu: Contenu; evenement?: Evenement };
const mails: readonly Mail[] = [
  { name: "confirmation", gabarit: "confirm", contenu: { page: "/confirmation", jeton: "q7Zk2mD8xV4t" } },
  {
    name: "reservation-acceptee",
    gabarit: "reservationAccepted",
    contenu: { page: "/espace/visites/7" },
    evenement: visit,
  },
  {
    name: "facture-emise",
    gabarit: "invoiceIssued",
    contenu: { page: "/espace/factures/42" },
    evenement: invoice,
  },
];

const reader = { lecteur: "client", utilisateurId: 1, email: "lea@dihya.test", prenom: "Léa" } as const;

let browser: Browser | undefined;

beforeAll(async () => {
  process.env.NEXTAUTH_SECRET ??= "test-secret-test-secret-test-secret-0";
  process.env.DIHYA_TOKEN_KEY ??= "{}";
  process.env.NEXTAUTH_URL ??= "https://dihya.example";
  if (!isUpdate) return;
  const { executablePath, env } = await findBrowser();
  const args = ["--no-sandbox", "--disable-gpu"];
  browser = await chromium.launch({ executablePath, args, env: { ...process.env, ...env } });
});
afterAll(() => browser?.close());

describe.each(mails)("$name", ({ name, gabarit, contenu, evenement }) => {
  test.each(locales)("in %s", async (langue) => {
    const faits = evenement && faitsOf(evenement, { ...reader, langue });
    const prenom = langue === "ar" ? "ليا" : "Léa";
    const mail = renderCourriel(gabarit, langue, { prenom, faits, ...contenu });
    for (const value of Object.values(faits ?? {})) expect(mail.texte).toContain(value);
    const file = join(folder, `${name}-${langue}.png`);
    if (browser) await draw(browser, mail, file);
    expect(statSync(file).size).toBeLessThan(MOST_BYTES);
  });
});

test("a quote says until when it stands, not when it is to be paid", () => {
  const devis = { numero: "D-2026-0007", totalTtc: 9000, devise: "EUR", valideJusquau: "2026-04-09" };
  const evenement = { agence, devis } as unknown as Evenement;
  const faits = faitsOf(evenement, { ...reader, langue: "fr" });
  expect(faits).toMatchObject({ validite: "9 avril 2026" });
  expect(renderCourriel("quoteSent", "fr", { page: "/espace/devis/7", faits }).texte).toContain(
    "Valable jusqu’au\u00a0: 9 avril 2026",
  );
});

test("an Arabic date and its hour are parted by the Arabic comma", () => {
  expect(faitsOf(visit, { ...reader, langue: "ar" }).quand).toContain("2026\u060c ");
});

test("the document names every e-mail in both of its languages", () => {
  const halves = readFileSync(join(root, "docs", "courriels.md"), "utf8").split("\n# E-mails\n");
  expect(halves).toHaveLength(2);
  for (const half of halves) for (const gabarit of gabarits) expect(half).toContain(`\`${gabarit}\``);
});

async function draw(chrome: Browser, { html }: Rendu, file: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const page = await chrome.newPage({ viewport: { width: 640, height: 200 }, colorScheme: "light" });
  await page.setContent(html.replace("</head>", `<style>${fonts()}</style></head>`));
  await page.evaluate(() => document.fonts.ready);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(640);
  await page.screenshot({ path: file, fullPage: true, animations: "disabled" });
  await page.close();
}

/** A mailbox uses its machine's letters; a bare server has none for Arabic, so a picture takes the product's own. */
function fonts(): string {
  const face = (family: string, path: string) => {
    const data = readFileSync(join(root, "node_modules", path)).toString("base64");
    return `@font-face{font-family:${family};font-weight:100 900;src:url(data:font/woff2;base64,${data})}`;
  };
  const inter = "@fontsource-variable/inter/files/inter";
  return [
    face("Arabe", "@fontsource-variable/noto-sans-arabic/files/noto-sans-arabic-arabic-wght-normal.woff2"),
    face("Latin", `${inter}-latin-wght-normal.woff2`),
    face("LatinPlus", `${inter}-latin-ext-wght-normal.woff2`),
    "div{font-family:Latin,LatinPlus,Arabe,sans-serif!important}",
  ].join("");
}
