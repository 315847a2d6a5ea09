// Runs on whatever Node the machine has, before anything is installed: only built-in modules here.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statfsSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const stamp = join(root, "node_modules", ".dihya-installed");
const pinnedNode = join(root, "node_modules", ".bin", "node");
const gigabyte = 1024 ** 3;

/** Installs what is missing, then runs `script` (relative to scripts/) under the pinned Node. */
export async function underPinnedNode(script, args = process.argv.slice(2)) {
  try {
    checkMachine();
    if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== fingerprint()) await install();
    process.exitCode = await run(nodeToUse(), [join(root, "scripts", script), ...args]);
  } catch (error) {
    console.error(`\nDihya: ${error.code === "ENOSPC" ? diskSentence(3) : error.message}`);
    process.exitCode = 1;
  }
}

function checkMachine() {
  if (Number(process.versions.node.split(".")[0]) < 20)
    throw new Error(
      `Node ${process.versions.node} is too old: install Node 20 or newer (https://nodejs.org).`,
    );
  if (!["linux", "darwin"].includes(process.platform) || !["x64", "arm64"].includes(process.arch))
    throw new Error(
      `${process.platform} ${process.arch} is not supported: use Linux or macOS on x64 or arm64 (on Windows, WSL 2).`,
    );
  const needed = existsSync(stamp) ? 0.3 : 3;
  const { bavail, bsize } = statfsSync(root);
  if (bavail * bsize < needed * gigabyte) throw new Error(diskSentence(needed));
}

function diskSentence(needed) {
  return `not enough disk space in ${root}: free at least ${needed} GB, then start again.`;
}

/** Changes when the dependencies do. */
function fingerprint() {
  const hash = createHash("sha256");
  for (const name of ["package-lock.json", "package.json"]) {
    const file = join(root, name);
    if (!existsSync(file)) continue;
    const text = readFileSync(file, "utf8");
    hash.update(name === "package.json" ? dependenciesOf(JSON.parse(text)) : text);
  }
  const patches = join(root, "patches");
  for (const name of existsSync(patches) ? readdirSync(patches).sort() : [])
    hash.update(readFileSync(join(patches, name)));
  return hash.digest("hex");
}

function dependenciesOf({ dependencies, devDependencies, optionalDependencies, overrides }) {
  return JSON.stringify([dependencies, devDependencies, optionalDependencies, overrides]);
}

async function install() {
  const started = Date.now();
  const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
  console.log("• Installing packages (a few minutes the first time)");
  const beat = setInterval(() => console.log(`  … still installing, ${seconds()}`), 10_000);
  const npm = process.env.npm_execpath;
  const args = [
    "install",
    "--include=dev",
    "--ignore-scripts=false",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
  ];
  try {
    const code = npm?.endsWith(".js") ? await run(process.execPath, [npm, ...args]) : await run("npm", args);
    if (code !== 0)
      throw new Error("npm could not install the packages: read its message above, then start again.");
  } finally {
    clearInterval(beat);
  }
  mkdirSync(dirname(stamp), { recursive: true });
  // Written aside then renamed: a copy of this folder made of hard links keeps its own.
  writeFileSync(`${stamp}.draft`, fingerprint());
  renameSync(`${stamp}.draft`, stamp);
  console.log(`✓ Packages installed (${seconds()})`);
}

/** The packaged Node where one exists for this machine, else the current one when it is recent enough. */
function nodeToUse() {
  if (existsSync(pinnedNode) && spawnSync(pinnedNode, ["--version"]).status === 0) return pinnedNode;
  if (Number(process.versions.node.split(".")[0]) >= 24) return process.execPath;
  throw new Error(
    `Node ${process.versions.node} cannot run Dihya on this machine: install Node 24 (https://nodejs.org), then start again.`,
  );
}

/** The child decides how to stop: signals are passed on, its exit code becomes ours. */
function run(command, args) {
  return new Promise((done, fail) => {
    const path = `${join(root, "node_modules", ".bin")}:${process.env.PATH}`;
    const child = spawn(command, args, { cwd: root, stdio: "inherit", env: { ...process.env, PATH: path } });
    const forward = (signal) => child.kill(signal);
    process.on("SIGINT", forward).on("SIGTERM", forward);
    child.once("error", (error) => {
      fail(
        new Error(`${command} cannot be run (${error.message}): install Node with npm, then start again.`),
      );
    });
    child.once("exit", (code, signal) => {
      process.off("SIGINT", forward).off("SIGTERM", forward);
      done(code ?? (signal === "SIGINT" ? 130 : 1));
    });
  });
}
