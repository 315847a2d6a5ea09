import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { findBrowser } from "./scripts/testing/browser.ts";

const port = Number(process.env.E2E_PORT ?? 3210);
const baseURL = `http://localhost:${port}`;
const home = join(import.meta.dirname, ".dihya", `e2e-${port}`);
const browser = await findBrowser();

process.env.DIHYA_E2E_HOME = home;

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results",
  retries: 0,
  // All tests share one agency: side by side, one could be offered the people of another that is ending.
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: process.env.E2E_REPORT ? [["json", { outputFile: process.env.E2E_REPORT }], ["dot"]] : "list",
  use: {
    baseURL,
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: browser.executablePath,
      env: { ...process.env, ...browser.env } as Record<string, string>,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [{ name: "desktop", use: { viewport: { width: 1280, height: 900 } } }],
  webServer: {
    command: "node scripts/testing/e2e-server.mjs",
    url: `${baseURL}/api/services_personne/sante/`,
    reuseExistingServer: process.env.E2E_REUSE === "1",
    timeout: 300_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 40_000 },
    env: { PORT: String(port), DIHYA_HOME: home },
    stdout: process.env.E2E_REPORT ? "ignore" : "pipe",
  },
});
