import { buildIfNeeded } from "./build.ts";
import { checkDatabaseUrl } from "./external-database.ts";
import { dataHome } from "./home.ts";
import { embeddedUrl } from "./live-database.ts";
import { loadSecrets } from "./secrets.ts";
import { childEnvironment, readSettings } from "./settings.ts";

/**
 * What a program of `dist/` needs beside a product that runs: its database, its secrets, and the build, made when it is
 * out of date. Throws LaunchError with a sentence when the database cannot be reached.
 */
export async function programEnvironment(): Promise<NodeJS.ProcessEnv> {
  const settings = readSettings();
  const home = dataHome();
  const { DIHYA_POSTGRES_PASSWORD: password, ...secrets } = loadSecrets(home);
  const databaseUrl = settings.databaseUrl ?? embeddedUrl(home, password);
  await checkDatabaseUrl(databaseUrl);
  await buildIfNeeded(secrets.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY);
  return {
    ...process.env,
    ...secrets,
    ...childEnvironment(settings, home),
    NODE_ENV: "production",
    DATABASE_URL: databaseUrl,
  };
}
