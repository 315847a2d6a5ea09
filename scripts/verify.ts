import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "./home.ts";
import { runStep, type Step, sum, type Tally } from "./run-step.ts";

const bin = (name: string, path: string) => join(root, "node_modules", name, path);

const steps: Step[] = [
  {
    label: "format and lint",
    args: [bin("@biomejs/biome", "bin/biome"), "check", "--error-on-warnings", "."],
  },
  { label: "house rules", args: [join(root, "scripts", "house-rules.ts")] },
  { label: "types", args: [bin("typescript", "bin/tsc"), "--noEmit"] },
  { label: "messages in four languages", args: [join(root, "scripts", "check-messages.mjs")] },
  { label: "links in documents", args: [join(root, "scripts", "check-doc-links.ts")] },
];

/** Format, lint, house rules, types, messages, documents: seconds, no database. */
export async function verify(): Promise<Tally> {
  // Names of routes are types that Next writes; a fresh clone has none yet.
  if (!existsSync(join(root, "next-env.d.ts")) || !existsSync(join(root, ".next", "types")))
    await runStep({ label: "types of routes", args: [bin("next", "dist/bin/next"), "typegen"] });
  return sum(await Promise.all(steps.map(runStep)));
}

if (import.meta.main) {
  const { failed } = await verify();
  process.exitCode = failed > 0 ? 1 : 0;
}
