import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type BuildOptions, build as bundle } from "esbuild";
import { builtFrom, rememberBuild, sourcesFingerprint } from "./build-stamp.ts";
import { dataHome, root } from "./home.ts";
import { LaunchError, reportAndExit } from "./launch-error.ts";
import { phase } from "./progress.ts";
import { runNode } from "./run-node.ts";
import { loadSecrets } from "./secrets.ts";

const programs = [
  "web",
  "worker",
  "migrate",
  "seed",
  "first-admin",
  "integrity",
  "replay-erasures",
  "rotate-keys",
  "backup",
  "restore",
];

/** Builds pages and server programs when the sources changed since the last build. */
export async function buildIfNeeded(serverActionsKey: string): Promise<void> {
  const wanted = sourcesFingerprint(serverActionsKey);
  if (builtFrom() === wanted) return;
  await phase("Building the application (up to a minute)", async () => {
    rmSync(join(root, "dist"), { recursive: true, force: true });
    await bundleServer();
    await buildPages(serverActionsKey);
    rememberBuild(wanted);
  });
}

/** How the programs of server/ become files of `outdir`; packages stay in node_modules. */
export function serverBundle(names: string[], outdir: string): BuildOptions {
  return {
    absWorkingDir: root,
    entryPoints: names.map((name) => `server/${name}.ts`),
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    packages: "external",
    platform: "node",
    target: "node24",
    format: "esm",
    jsx: "automatic",
    sourcemap: true,
    logLevel: "error",
  };
}

async function bundleServer(): Promise<void> {
  try {
    await bundle(serverBundle(programs, "dist"));
  } catch (error) {
    if (/ENOSPC|no space left/i.test(String(error))) throw Object.assign(new Error(), { code: "ENOSPC" });
    throw new LaunchError(
      "the server programs could not be built: read the message above, then start again.",
    );
  }
}

async function buildPages(serverActionsKey: string): Promise<void> {
  const next = join(root, "node_modules", "next", "dist", "bin", "next");
  const { code, output } = await runNode([next, "build"], {
    NODE_ENV: "production",
    FORCE_COLOR: "0",
    NEXT_TELEMETRY_DISABLED: "1",
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: serverActionsKey,
    DATABASE_URL: undefined,
  });
  const log = join(dataHome(), "build.log");
  writeFileSync(log, output);
  if (code === 0) return;
  if (/ENOSPC|no space left/i.test(output)) throw Object.assign(new Error(output), { code: "ENOSPC" });
  console.error(output.split("\n").slice(-60).join("\n"));
  throw new LaunchError(`the build failed: read the message above (complete in ${log}), then start again.`);
}

if (import.meta.main) {
  try {
    await buildIfNeeded(loadSecrets(dataHome()).NEXT_SERVER_ACTIONS_ENCRYPTION_KEY);
  } catch (error) {
    reportAndExit(error);
  }
}
