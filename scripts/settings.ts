import { availableParallelism } from "node:os";
import { LaunchError } from "./launch-error.ts";
import { portIsFree } from "./postgres/port.ts";
import type { Environment } from "./run-node.ts";
import { kekEnvironment } from "./secrets.ts";

/** Of the embedded server's 200, the rest is for migrations and people with a client. */
const sharedConnections = 150;

export type Settings = {
  port: number;
  webProcesses: number;
  /** The organisation's own PostgreSQL; absent = the embedded one. */
  databaseUrl?: string;
  /** Only the embedded database ever gets demonstration data. */
  demonstration: boolean;
  /** Address people type, without final slash. */
  publicUrl: string;
};

/** Reads the environment; a value nobody can serve with is refused with a sentence. */
export function readSettings(env = process.env): Settings {
  const port = wholeNumber("PORT", env.PORT || "3000", 65_535);
  const databaseUrl = env.DATABASE_URL || undefined;
  return {
    port,
    webProcesses: wholeNumber("WEB_PROCESSES", env.WEB_PROCESSES || String(availableParallelism()), 256),
    databaseUrl,
    demonstration: !databaseUrl && env.DIHYA_DEMO !== "0",
    publicUrl: (env.NEXTAUTH_URL || defaultUrl(port, env)).replace(/\/+$/, ""),
  };
}

function wholeNumber(name: string, text: string, max: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= max) return value;
  throw new LaunchError(
    `${name}=${text} is not a whole number between 1 and ${max}: correct it, or unset it.`,
  );
}

/** A Codespace shows port 3000 to its owner under another name. */
function defaultUrl(port: number, env: NodeJS.ProcessEnv): string {
  const { CODESPACE_NAME: name, GITHUB_CODESPACES_PORT_FORWARDING_DOMAIN: domain } = env;
  return name && domain ? `https://${name}-${port}.${domain}` : `http://localhost:${port}`;
}

/** What every child process gets, besides the secrets. */
export function childEnvironment(
  { port, publicUrl, webProcesses, demonstration }: Settings,
  home: string,
): Environment {
  const pool = Math.max(2, Math.min(10, Math.floor(sharedConnections / (webProcesses + 1))));
  return {
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: String(port),
    NEXTAUTH_URL: publicUrl,
    DIHYA_HOME: home,
    ...kekEnvironment(home),
    // The sign-in page offers the demonstration accounts only where they exist.
    DIHYA_DEMO: demonstration ? "1" : "0",
    DIHYA_POOL: process.env.DIHYA_POOL ?? String(pool),
  };
}

export async function requireFreePort(port: number): Promise<void> {
  if (await portIsFree(port)) return;
  throw new LaunchError(
    `port ${port} is already taken: stop the program that uses it, or choose another with PORT=${port === 65_535 ? port - 1 : port + 1} npm start.`,
  );
}
