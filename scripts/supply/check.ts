import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../home.ts";
import { checkInstallScripts } from "./install-scripts.ts";
import { leaksIn } from "./leaks.ts";
import { checkLicences } from "./licences.ts";
import { checkPins, readLockfile, readManifest } from "./lockfile.ts";

const notText = /\.(png|jpe?g|webp|woff2?|ttf|pdf|zip|ico)$/;

/** Files that are or could be committed; a copy without git has nothing to commit. */
function ownFiles(): string[] {
  try {
    const listed = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "-z"], {
      cwd: root,
      encoding: "utf8",
      maxBuffer: 64_000_000,
      stdio: ["ignore", "pipe", "ignore"],
    });
    return listed.split("\0").filter((path) => path && path !== "package-lock.json" && !notText.test(path));
  } catch {
    return [];
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(join(root, path), "utf8");
  } catch {
    return "";
  }
}

const lock = readLockfile();
const leaks = ownFiles().flatMap((path) => leaksIn(path, textOf(path)));
const findings = [
  ...checkPins(lock, readManifest()),
  ...checkLicences(lock),
  ...checkInstallScripts(lock),
  ...leaks.map(({ path, line, what }) => `${path}:${line} looks like ${what}`),
];
for (const finding of findings) console.error(finding);
process.exitCode = findings.length > 0 ? 1 : 0;
