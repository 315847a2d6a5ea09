import postgres from "postgres";
import { LaunchError } from "./launch-error.ts";

const oldestVersion = 15;

const advice: Record<string, string> = {
  ECONNREFUSED: "nothing listens there: start that PostgreSQL or correct the host and port",
  ENOTFOUND: "its host does not exist: correct the name",
  EAI_AGAIN: "its host name cannot be resolved: correct it or check the network",
  CONNECT_TIMEOUT: "it does not answer: check the network, the host and the port",
  "28P01": "the user or password is refused: correct them",
  "28000": "the user is refused: correct it or allow it in pg_hba.conf",
  "3D000": "the database does not exist: create it or correct its name",
  "53300": "it has no connection left: raise max_connections or close some",
};

/** Connects once; every usual mistake in DATABASE_URL becomes a sentence that names the remedy. */
export async function checkDatabaseUrl(databaseUrl: string): Promise<void> {
  let shown: string;
  try {
    const url = new URL(databaseUrl);
    if (!/^postgres(ql)?:$/.test(url.protocol) || url.pathname.length < 2) throw new TypeError();
    shown = `${url.hostname}:${url.port || 5432}${url.pathname}`;
  } catch {
    throw new LaunchError(
      "DATABASE_URL is not a PostgreSQL address: write it as postgres://user:password@host:5432/database, with special characters percent-encoded.",
    );
  }
  const sql = postgres(databaseUrl, { max: 1, connect_timeout: 10, onnotice: () => {} });
  try {
    const [row] = await sql`select current_setting('server_version_num')::int / 10000 as major`;
    if (row?.major < oldestVersion)
      throw new LaunchError(
        `the PostgreSQL at ${shown} is version ${row?.major}: Dihya needs ${oldestVersion} or newer.`,
      );
  } catch (error) {
    if (error instanceof LaunchError) throw error;
    const { code = "", message } = error as { code?: string; message: string };
    throw new LaunchError(
      `DATABASE_URL does not open ${shown}: ${advice[code] ?? `${message || code}; correct it`}, then start again.`,
    );
  } finally {
    await sql.end({ timeout: 1 });
  }
}
