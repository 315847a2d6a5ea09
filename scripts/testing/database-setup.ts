import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { migrate } from "../../db/migrate";
import { ensureDatabase, startServer } from "../postgres/server.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A migrated, empty database to clone; nobody may stay connected to it. */
    templateDatabaseUrl: string;
  }
}

/** One real PostgreSQL for the whole run, migrated once; it disappears with its data at the end. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const home = mkdtempSync(join(tmpdir(), "dihya-test-"));
  const server = await startServer({
    dataFolder: join(home, "postgres"),
    password: "test",
    durable: false,
    maxConnections: 400,
  });
  const teardown = async () => {
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  };
  try {
    await ensureDatabase(server, "template_dihya");
    await migrate(server.url("template_dihya"));
  } catch (error) {
    await teardown();
    throw error;
  }
  project.provide("templateDatabaseUrl", server.url("template_dihya"));
  return teardown;
}
