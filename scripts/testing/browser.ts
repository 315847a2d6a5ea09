import { execFileSync } from "node:child_process";
import { accessSync, constants, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root } from "../home.ts";
import { LaunchError } from "../launch-error.ts";

export type Browser = { executablePath: string; env: Record<string, string> };

/** Debian's names of the only libraries this Chromium takes from the system. */
const debianPackages = ["libnss3", "libnspr4", "libexpat1", "libgcc-s1"];

/** The Chromium for the end-to-end tests: CHROMIUM_PATH, the system's, or the one npm brought. */
export async function findBrowser(): Promise<Browser> {
  const given = process.env.CHROMIUM_PATH;
  if (given && !runs(given, {}))
    throw new LaunchError(`CHROMIUM_PATH=${given} does not run: correct or unset it.`);
  const ready = given ?? ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find((path) => runs(path, {}));
  if (ready) return { executablePath: ready, env: {} };
  return packaged();
}

async function packaged(): Promise<Browser> {
  const folder = join(root, "node_modules", ".cache", "dihya-chromium");
  if (!existsSync(folder)) await unpack(folder);
  const executablePath = join(folder, "chromium");
  const fonts = { FONTCONFIG_PATH: join(folder, "fonts") };
  const bundled = { ...fonts, LD_LIBRARY_PATH: join(folder, "al2023", "lib") };
  const works = () => [fonts, bundled].find((env) => runs(executablePath, env));
  const env = works() ?? (installLibraries() ? works() : undefined);
  if (env) return { executablePath, env };
  throw new LaunchError(
    `the test browser lacks system libraries: install them (Debian: apt-get install ${debianPackages.join(" ")}), or set CHROMIUM_PATH to a Chromium.`,
  );
}

/** The package unpacks to the temporary folder only; ours must survive and not be shared between users. */
async function unpack(folder: string): Promise<void> {
  const draft = `${folder}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  const before = process.env.TMPDIR;
  process.env.TMPDIR = draft;
  try {
    const { inflate } = await import("@sparticuz/chromium");
    const bin = join(root, "node_modules", "@sparticuz", "chromium", "bin");
    await Promise.all(
      readdirSync(bin)
        .filter((name) => name.endsWith(".br"))
        .map((name) => inflate(join(bin, name))),
    );
    renameSync(draft, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

function runs(path: string, env: Record<string, string>): boolean {
  try {
    accessSync(path, constants.X_OK);
    execFileSync(path, ["--version"], { env: { ...process.env, ...env }, stdio: "ignore", timeout: 30_000 });
    return true;
  } catch {
    return false;
  }
}

function installLibraries(): boolean {
  const asRoot = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  const apt = (...args: string[]) => {
    const [command = "", ...rest] = [...asRoot, "apt-get", ...args];
    execFileSync(command, rest, {
      stdio: "ignore",
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  };
  try {
    apt("update", "-q");
    apt("install", "-y", "-q", "--no-install-recommends", ...debianPackages);
    return true;
  } catch {
    return false;
  }
}
