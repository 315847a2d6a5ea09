import { generateKeyPairSync, randomBytes } from "node:crypto";
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { LaunchError } from "./launch-error.ts";

const generators = {
  NEXTAUTH_SECRET: () => randomBytes(32).toString("base64url"),
  DIHYA_TOKEN_KEY: () => JSON.stringify(generateKeyPairSync("ed25519").privateKey.export({ format: "jwk" })),
  /** Signs the checkpoints of the log; whoever holds an older one checks the next against it. */
  DIHYA_LOG_KEY: () => JSON.stringify(generateKeyPairSync("ed25519").privateKey.export({ format: "jwk" })),
  /** Signs push messages to browsers (VAPID, RFC 8292); browsers that subscribed depend on it. */
  DIHYA_PUSH_KEY: () =>
    JSON.stringify(generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({ format: "jwk" })),
  /** Makes the fingerprints by which sealed names and e-mails are found; without it nobody is found any more. */
  DIHYA_INDEX_KEY: () => randomBytes(32).toString("base64url"),
  /** Seals backups (`npm run backup`); whoever restores needs the same. */
  DIHYA_BACKUP_KEY: () => randomBytes(32).toString("base64url"),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: () => randomBytes(32).toString("base64"),
  DIHYA_POSTGRES_PASSWORD: () => randomBytes(24).toString("base64url"),
};

export type Secrets = Record<keyof typeof generators, string>;

/**
 * The installation's secrets: generated once into `<home>/secrets.json` (mode 0600); an environment
 * variable of the same name wins and is never written down.
 */
export function loadSecrets(home: string): Secrets {
  const file = join(home, "secrets.json");
  const kept = existsSync(file) ? parse(file) : {};
  const complete = { ...kept } as Secrets;
  for (const name of Object.keys(generators) as (keyof Secrets)[]) complete[name] ||= generators[name]();
  if (Object.keys(complete).length > Object.keys(kept).length) write(file, complete);
  for (const name of Object.keys(generators) as (keyof Secrets)[])
    complete[name] = process.env[name] || complete[name];
  return complete;
}

function parse(file: string): Partial<Secrets> {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    throw new LaunchError(`${file} cannot be read: restore it from your backup, data depends on its keys.`);
  }
}

/**
 * The file of the keys that wrap people's keys (`<home>/kek.json`, mode 0600, made once), unless the environment says
 * where they are (DIHYA_KEK_FILE) or gives them (DIHYA_KEK). A rotation writes into it while processes run.
 */
export function kekEnvironment(home: string): Record<string, string> {
  if (process.env.DIHYA_KEK_FILE || process.env.DIHYA_KEK) return {};
  const file = join(home, "kek.json");
  if (!existsSync(file)) write(file, { current: "k1", keys: { k1: randomBytes(32).toString("base64url") } });
  return { DIHYA_KEK_FILE: file };
}

/** Written aside then renamed: a power cut leaves the old file or the new one, never half. */
function write(file: string, secrets: object): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flush: true });
  chmodSync(draft, 0o600);
  renameSync(draft, file);
}
