import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { buildIfNeeded } from "./build.ts";
import { checkDatabaseUrl } from "./external-database.ts";
import { dataHome, root } from "./home.ts";
import { reportAndExit } from "./launch-error.ts";
import { embeddedUrl } from "./live-database.ts";
import type { Environment } from "./run-node.ts";
import { loadSecrets } from "./secrets.ts";
import { childEnvironment, readSettings } from "./settings.ts";

/** Runs one program of `server/` on the database of `npm start` (or DATABASE_URL), with the installation's secrets. */
const [name = "", ...args] = process.argv.slice(2);
try {
  const settings = readSettings();
  const home = dataHome();
  const { DIHYA_POSTGRES_PASSWORD: password, ...secrets } = loadSecrets(home);
  const databaseUrl = settings.databaseUrl ?? embeddedUrl(home, password);
  await checkDatabaseUrl(databaseUrl);
  await buildIfNeeded(secrets.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY);
  const env: Environment = {
    ...childEnvironment(settings, home),
    NODE_ENV: "production",
    DATABASE_URL: databaseUrl,
  };
  const program = fork(join(root, "dist", `${name}.mjs`), args, {
    cwd: root,
    execArgv: ["--enable-source-maps"],
    env: { ...process.env, ...secrets, ...env },
  });
  const [code] = await once(program, "exit");
  process.exitCode = code ?? 1;
} catch (error) {
  reportAndExit(error);
}
