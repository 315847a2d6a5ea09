import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { LaunchError } from "./launch-error.ts";
import { isAlive } from "./postgres/postmaster.ts";

/** Two launchers on one folder would stop each other's database: the second is refused. */
export function lockHome(home: string): () => void {
  const file = join(home, "launcher.pid");
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    const other = Number(readFileSync(file, "utf8"));
    if (other !== process.pid && isAlive(other) && isLauncher(other))
      throw new LaunchError(
        `Dihya already runs from ${home} (process ${other}): stop it first, or set DIHYA_HOME to another folder.`,
      );
    writeFileSync(file, String(process.pid));
  }
  return () => rmSync(file, { force: true });
}

/** After a reboot the recorded number may belong to another program. */
function isLauncher(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("launch.ts");
  } catch {
    return process.platform !== "linux";
  }
}
