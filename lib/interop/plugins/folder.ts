import { createHash } from "node:crypto";
import { lstat, readdir, readFile, realpath } from "node:fs/promises";
import { join, resolve, sep } from "node:path";
import { type Manifest, manifest, nomPlugin } from "./manifest";

const MOST_PLUGINS = 100;
const MOST_BYTES = 1_000_000;

/** A plugin that can be started. `empreinte`: of its manifest and its first file, as an admin agreed to them. */
export type Found = { nom: string; dossier: string; manifest: Manifest; empreinte: string };
/** A folder that is no plugin, and why. */
export type Broken = { nom: string; probleme: string };

/** Where plugins lie: `DIHYA_PLUGINS`, or `plugins` in the product's own folder. */
export function pluginsFolder(): string {
  return resolve(
    /* turbopackIgnore: true */ process.env.DIHYA_PLUGINS ||
      join(process.env.DIHYA_HOME || ".dihya", "plugins"),
  );
}

// The folder is known only once the product runs: a bundler has nothing to gather there.

/** Every folder that claims to be a plugin, by name. None when the folder of plugins is not there. */
export async function findPlugins(): Promise<(Found | Broken)[]> {
  const names = await readdir(/* turbopackIgnore: true */ pluginsFolder()).catch(() => []);
  const plausible = names.filter((name) => nomPlugin.safeParse(name).success).sort();
  return Promise.all(plausible.slice(0, MOST_PLUGINS).map(readPlugin));
}

/** One plugin by name; links out of its folder are refused. */
export async function readPlugin(nom: string): Promise<Found | Broken> {
  try {
    if (!nomPlugin.safeParse(nom).success) throw new Error("name");
    const dossier = join(await realpath(/* turbopackIgnore: true */ pluginsFolder()), nom);
    if (!(await lstat(/* turbopackIgnore: true */ dossier)).isDirectory()) throw new Error("not a folder");
    const described = await readInside(dossier, "plugin.json");
    const parsed = manifest.safeParse(JSON.parse(described.toString("utf8")));
    if (!parsed.success) return { nom, probleme: firstIssue(parsed.error) };
    if (parsed.data.name !== nom) return { nom, probleme: "name" };
    const program = await readInside(dossier, parsed.data.command[1]);
    const empreinte = createHash("sha256").update(described).update("\0").update(program).digest("hex");
    return { nom, dossier, manifest: parsed.data, empreinte };
  } catch (error) {
    return { nom, probleme: error instanceof SyntaxError ? "plugin.json: not JSON" : reasonOf(error) };
  }
}

async function readInside(dossier: string, file: string): Promise<Buffer> {
  const path = await realpath(/* turbopackIgnore: true */ join(dossier, file));
  if (!path.startsWith(dossier + sep)) throw new Error(`${file}: outside`);
  const { size } = await lstat(/* turbopackIgnore: true */ path);
  if (size > MOST_BYTES) throw new Error(`${file}: too large`);
  return readFile(/* turbopackIgnore: true */ path);
}

const firstIssue = (error: { issues: readonly { path: PropertyKey[]; message: string }[] }) => {
  const issue = error.issues[0];
  return `plugin.json: ${issue?.path.map(String).join(".")} ${issue?.message ?? ""}`.slice(0, 200);
};

/** What went wrong, without the server's own paths. */
function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return (code ?? message ?? "unreadable").slice(0, 200);
}
