import { join } from "node:path";
import { root } from "./home.ts";
import { runNode } from "./run-node.ts";
import { runStep, type Step, sum, type Tally } from "./run-step.ts";

const bin = (name: string, path: string) => join(root, "node_modules", name, path);

const script = (name: string) => join(root, "scripts", name);

const steps: Step[] = [
  {
    label: "format and lint",
    args: [bin("@biomejs/biome", "bin/biome"), "check", "--error-on-warnings", "."],
  },
  { label: "house rules", args: [script("house-rules.ts")] },
  { label: "supply chain and secrets", args: [script("supply/check.ts")] },
  { label: "messages in four languages", args: [script("check-messages.mjs")] },
  { label: "links in documents", args: [script("check-doc-links.ts")] },
  {
    label: "generated documents",
    args: [bin("vitest", "vitest.mjs"), "run", "--project=unit", "app/api/services_personne/openapi.test.ts"],
  },
];

/** Format, lint, house rules, types, messages, documents: seconds, no database. */
export async function verify(): Promise<Tally> {
  return sum(await Promise.all([...steps.map(runStep), checkTypes()]));
}

/** Names of routes are types that Next writes: written anew, for a page may have gone since. */
async function checkTypes(): Promise<Tally> {
  const written = await runNode([bin("next", "dist/bin/next"), "typegen"], { NEXT_TELEMETRY_DISABLED: "1" });
  if (written.code !== 0) console.error(written.output);
  return runStep({
    label: "types",
    args: [bin("typescript", "bin/tsc"), "-p", script("tsconfig.verify.json")],
  });
}

if (import.meta.main) {
  const { failed } = await verify();
  process.exitCode = failed > 0 ? 1 : 0;
}
