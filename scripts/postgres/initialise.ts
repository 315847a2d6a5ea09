import { execFileSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LaunchError } from "../launch-error.ts";
import type { Account } from "./account.ts";
import { binariesFor } from "./binaries.ts";

/** The owner of the database; every connection of Dihya starts as this user. */
export const owner = "dihya";

/** PostgreSQL gets none of our variables: no secret, and the same behaviour on every machine. */
export const serverEnvironment = {
  PATH: process.env.PATH,
  TZ: "UTC",
  LC_ALL: "C",
} as unknown as NodeJS.ProcessEnv;

export type NewCluster = {
  dataFolder: string;
  password: string;
  /** False trades safety against a power cut for speed: tests and development. */
  durable?: boolean;
};

/**
 * A folder below /root cannot be reached by name from another account, but a process that starts inside
 * it can name it through /proc.
 */
export function folderArgument(dataFolder: string, account: Account): string {
  return account && process.platform === "linux" ? "/proc/self/cwd" : dataFolder;
}

/**
 * Creates the cluster once: UTF-8, human (ICU) sorting that does not depend on the machine, passwords.
 * Made aside then renamed, so that an interrupted first start leaves nothing half-made.
 */
export function initialise({ dataFolder, password, durable = true }: NewCluster, account: Account): void {
  if (existsSync(join(dataFolder, "PG_VERSION"))) return;
  const draft = `${dataFolder}.draft`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  const secret = mkdtempSync(join(tmpdir(), "dihya-init-"));
  const passwordFile = join(secret, "password");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account) for (const path of [draft, secret, passwordFile]) chownSync(path, account.uid, account.gid);
  try {
    runInitdb(draft, account, [`--pwfile=${passwordFile}`, ...(durable ? [] : ["--no-sync"])]);
    renameSync(draft, dataFolder);
  } finally {
    rmSync(secret, { recursive: true, force: true });
  }
}

function runInitdb(dataFolder: string, account: Account, extra: string[]): void {
  const args = ["-D", folderArgument(dataFolder, account), "-U", owner, ...extra];
  args.push("--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--no-instructions");
  args.push("--locale-provider=icu", "--icu-locale=und");
  try {
    execFileSync(join(binariesFor(account), "bin", "initdb"), args, {
      ...account,
      cwd: dataFolder,
      env: serverEnvironment,
      stdio: ["ignore", "ignore", "pipe"],
    });
  } catch (error) {
    const { stderr } = error as { stderr?: Buffer };
    const reason = String(stderr ?? error)
      .trim()
      .split("\n")
      .at(-1);
    throw new LaunchError(
      /no space/i.test(String(stderr))
        ? "the disk is full: free at least 1 GB, then start again."
        : `the database folder ${dataFolder} could not be created (${reason}): check its permissions, or set DATABASE_URL.`,
    );
  }
}
