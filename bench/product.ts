import { type ChildProcess, spawn } from "node:child_process";
import { openSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { root } from "../scripts/home.ts";
import { freePort } from "../scripts/postgres/port.ts";
import { livePostmaster } from "../scripts/postgres/postmaster.ts";

export type Product = {
  url: string;
  token: string;
  /** ISO week of today, for plannings. */
  week: string;
  /** The owner's connection, past the application's restricted role. */
  databaseUrl: string;
  /** Ids of the web processes now. */
  webPids(): number[];
  /** The data folder, with its secrets. */
  home: string;
  stop(): Promise<void>;
};

type Options = { processes: number; door?: "fast" | "next"; name?: string; env?: Record<string, string> };

/** Starts the product with its demonstration data in a data folder of its own, and signs in as gestionnaire. */
export async function startProduct({
  processes,
  door = "fast",
  name = "bench",
  env = {},
}: Options): Promise<Product> {
  const port = await freePort();
  const home = join(root, ".dihya", `e2e-${name}-${port}`);
  const url = `http://127.0.0.1:${port}`;
  const settings = {
    PORT: String(port),
    DIHYA_HOME: home,
    WEB_PROCESSES: String(processes),
    DIHYA_FAST_DOOR: door === "fast" ? "on" : "off",
    LOG_LEVEL: "error",
  };
  const child = spawn(process.execPath, ["scripts/testing/e2e-server.mjs"], {
    cwd: root,
    env: { ...process.env, ...settings, ...env },
    stdio: ["ignore", process.env.PRODUCT_LOG ? openSync(process.env.PRODUCT_LOG, "a") : "ignore", "inherit"],
  });
  await untilReady(url, child);
  return {
    url,
    token: await signIn(url),
    week: weekOf(new Date()),
    databaseUrl: databaseUrlOf(home),
    webPids: () => webPidsOf(home),
    home,
    async stop() {
      const ended = new Promise((done) => child.once("exit", done));
      child.kill("SIGTERM");
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  const end = Date.now() + 900_000;
  while (Date.now() < end) {
    if (child.exitCode !== null) throw new Error(`the product ended with ${child.exitCode}`);
    const answer = await fetch(`${url}/api/services_personne/sante/`).catch(() => null);
    if (answer?.ok) return;
    await pause(250);
  }
  throw new Error("the product did not become ready");
}

async function signIn(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/services_personne/auth/token/`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email: "gestionnaire@dihya.test", password: "Dihya-demo-2026!" }),
  });
  const body = (await answer.json()) as { access_token?: string };
  if (!body.access_token) throw new Error(`sign-in answered ${answer.status}`);
  return body.access_token;
}

function databaseUrlOf(home: string): string {
  const server = livePostmaster(join(home, "postgres"));
  const secrets = JSON.parse(readFileSync(join(home, "secrets.json"), "utf8")) as Record<string, string>;
  return `postgres://dihya:${encodeURIComponent(secrets.DIHYA_POSTGRES_PASSWORD ?? "")}@127.0.0.1:${server?.port}/dihya`;
}

/** Web processes of one installation, told apart by their data folder. */
function webPidsOf(home: string): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && isWebProcess(name, home))
    .map(Number);
}

function isWebProcess(pid: string, home: string): boolean {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, "utf8");
    return (
      command.includes("web.mjs") &&
      readFileSync(`/proc/${pid}/environ`, "utf8").includes(`DIHYA_HOME=${home}\0`)
    );
  } catch {
    return false;
  }
}

function weekOf(now: Date): string {
  const date = new Date(now);
  date.setUTCDate(date.getUTCDate() + 3 - ((date.getUTCDay() + 6) % 7));
  const first = Date.UTC(date.getUTCFullYear(), 0, 4);
  const monday = first - ((new Date(first).getUTCDay() + 6) % 7) * 86_400_000;
  const number = 1 + Math.floor((date.getTime() - monday) / 604_800_000);
  return `${date.getUTCFullYear()}-W${String(number).padStart(2, "0")}`;
}
