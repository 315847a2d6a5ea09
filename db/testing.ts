import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { inject } from "vitest";

/**
 * A migrated, empty database of its own for one test file, and its URL; also becomes DATABASE_URL.
 * Call it at the top of the file: `const url = await testDatabase();`
 */
export async function testDatabase(): Promise<string> {
  const url = new URL(inject("templateDatabaseUrl"));
  const template = url.pathname.slice(1);
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  url.pathname = "/postgres";
  const sql = postgres(url.href, { max: 1, onnotice: () => {} });
  await sql`create database ${sql(name)} template ${sql(template)}`;
  await sql.end();
  url.pathname = `/${name}`;
  process.env.DATABASE_URL = url.href;
  return url.href;
}
