import type { Page } from "@playwright/test";

/** The password of the demonstration's accounts, and of those that the tests open. */
export const password = "Dihya-demo-2026!";

export const demo = {
  admin: "admin@dihya.test",
  gestionnaire: "gestionnaire@dihya.test",
  intervenant: "intervenant@dihya.test",
  client: "client@dihya.test",
  auditeur: "auditeur@dihya.test",
} as const;

/**
 * Signs this page's browser in by the sign-in service, without the form; the form has its own tests. Whoever was
 * signed in before is forgotten, with the rest of the browser's cookies.
 */
export async function signIn(page: Page, email: string): Promise<void> {
  const { request } = page;
  await page.context().clearCookies();
  const { csrfToken } = (await (await request.get("/api/auth/csrf")).json()) as { csrfToken: string };
  const answer = await request.post("/api/auth/callback/credentials", {
    form: { csrfToken, email, password, json: "true" },
    maxRedirects: 0,
  });
  const cookies = await page.context().cookies();
  if (!cookies.some(({ name }) => name.endsWith("dihya.session")))
    throw new Error(`sign-in of ${email} answered ${answer.status()}: ${await answer.text()}`);
}
