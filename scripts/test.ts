import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { dataHome, root } from "./home.ts";
import { reportAndExit } from "./launch-error.ts";
import { freePort } from "./postgres/port.ts";
import { phase } from "./progress.ts";
import { runStep, sum, type Tally } from "./run-step.ts";
import { findBrowser } from "./testing/browser.ts";
import { verify } from "./verify.ts";

const reports = join(root, "test-results", "reports");
const entry = (name: string, path: string) => join(root, "node_modules", name, path);

try {
  const tallies = await everything();
  const { passed, failed } = sum(tallies);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
} catch (error) {
  reportAndExit(error);
}

async function everything(): Promise<Tally[]> {
  delete process.env.DATABASE_URL;
  rmSync(join(root, "test-results"), { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  const tallies = [await verify(), await unitAndDatabase()];
  const built = await runStep({ label: "build", args: [join(root, "scripts", "build.ts")] });
  tallies.push(built);
  if (built.failed === 0) tallies.push(await endToEnd());
  return tallies;
}

async function unitAndDatabase(): Promise<Tally> {
  const report = join(reports, "vitest.json");
  const tally = await runStep({
    label: "unit and database tests",
    args: [
      entry("vitest", "vitest.mjs"),
      "run",
      "--reporter=dot",
      "--reporter=json",
      `--outputFile.json=${report}`,
    ],
    count: () => {
      const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, "utf8"));
      return { passed: numPassedTests, failed: numFailedTests };
    },
  });
  const contract = join(reports, "contract.txt");
  if (existsSync(contract)) console.log(`  ${readFileSync(contract, "utf8").trim()}`);
  return tally;
}

async function endToEnd(): Promise<Tally> {
  await phase("Preparing the browser", findBrowser);
  const report = join(reports, "playwright.json");
  const port = process.env.E2E_PORT ?? String(await freePort());
  const home = join(dataHome(), `e2e-${port}`);
  const tally = await runStep({
    label: "end-to-end tests",
    args: [entry("@playwright/test", "cli.js"), "test"],
    env: { E2E_REPORT: report, E2E_PORT: port, CI: "1", NO_COLOR: undefined, FORCE_COLOR: "0" },
    count: () => {
      const { stats } = JSON.parse(readFileSync(report, "utf8"));
      return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
    },
  });
  if (tally.failed === 0) rmSync(home, { recursive: true, force: true });
  return tally;
}
