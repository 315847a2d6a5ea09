import type { Page } from "@playwright/test";

/** What a page's content policy refused and what the page asked of others, as it happens. */
export async function watch(page: Page, own: string) {
  const refused: string[] = [];
  const foreign: string[] = [];
  await page.exposeFunction("policyRefused", (what: string) => refused.push(what));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const { effectiveDirective, blockedURI, sample, sourceFile, lineNumber } = event;
      const tell = (globalThis as unknown as { policyRefused(what: string): void }).policyRefused;
      tell([effectiveDirective, blockedURI, sample, `${sourceFile}:${lineNumber}`].filter(Boolean).join(" "));
    });
  });
  page.context().on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (!["data:", "blob:"].includes(protocol) && origin !== own) foreign.push(request.url());
  });
  return { refused, foreign };
}
