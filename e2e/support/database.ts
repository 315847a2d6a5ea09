import { join } from "node:path";
import postgres from "postgres";
import { livePostmaster } from "../../scripts/postgres/postmaster.ts";
import { loadSecrets } from "../../scripts/secrets.ts";

let open: postgres.Sql | undefined;

/**
 * The owner's connection to the database of the product under test, for what no person may do: let time pass, and
 * give a person of the test a password. Everything else goes through screens and API.
 */
export function database(): postgres.Sql {
  open ??= postgres(databaseUrl(), { max: 1, idle_timeout: 2 });
  return open;
}

function databaseUrl(): string {
  const home = process.env.DIHYA_E2E_DATABASE_HOME ?? process.env.DIHYA_E2E_HOME ?? "";
  const server = livePostmaster(join(home, "postgres"));
  if (!server) throw new Error(`no PostgreSQL runs in ${home}: set DIHYA_E2E_DATABASE_HOME`);
  const password = encodeURIComponent(loadSecrets(home).DIHYA_POSTGRES_PASSWORD);
  return `postgres://dihya:${password}@127.0.0.1:${server.port}/dihya`;
}
