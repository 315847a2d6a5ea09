import type { Page } from "@playwright/test";
import { decode, encode } from "next-auth/jwt";
import { loadSecrets } from "../../scripts/secrets.ts";

const MINUTE_SECONDS = 60;

/**
 * The page's browser as it will be in some minutes, as far as the proof of who sits there goes: its session was opened,
 * and confirmed, so long ago. Only who has the installation's secret can write such a cookie.
 */
export async function ageProof(page: Page, minutes: number): Promise<void> {
  const home = process.env.DIHYA_E2E_DATABASE_HOME ?? process.env.DIHYA_E2E_HOME ?? "";
  const secret = loadSecrets(home).NEXTAUTH_SECRET;
  const cookies = await page.context().cookies();
  const cookie = cookies.find(({ name }) => name.endsWith("dihya.session"));
  const payload = await decode({ token: cookie?.value, secret });
  if (!cookie || !payload) throw new Error("nobody is signed in");
  const auth = Math.floor(Date.now() / 1000) - minutes * MINUTE_SECONDS;
  const value = await encode({ token: { ...payload, auth }, secret, maxAge: 3600 });
  await page.context().addCookies([{ ...cookie, value }]);
}
