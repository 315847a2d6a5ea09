import path from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as runMigrations } from "drizzle-orm/postgres-js/migrator";
import { PgBoss, type UpdateQueueOptions } from "pg-boss";
import postgres from "postgres";
import { grants } from "./grants";
import { DEAD_LETTER_KEPT_SECONDS, deadLetterOf, type QueueName, queueDefaults, queues } from "./queues";
import { guardSealed } from "./vault/guard";

/** Any number, the same in every process: one migrates, the others wait. */
const MIGRATION_LOCK = 4_217_001;

/**
 * Brings the database at `url` to the newest form: tables, rules, job queues, rights. Safe to run again and from
 * several processes at once. Throws the database's own error when a step fails; nothing of that step remains.
 */
export async function migrate(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`;
    const db = drizzle(sql);
    await runMigrations(db, { migrationsFolder: path.join(process.cwd(), "db/migrations") });
    await guardSealed(db);
    await prepareQueues(url);
    await sql.unsafe(grants);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

type Options = UpdateQueueOptions & {
  deadLetter?: string;
  retryDelayMax?: number;
  heartbeatSeconds?: number;
};

async function prepareQueues(url: string): Promise<void> {
  const boss = new PgBoss({ connectionString: url, max: 1, supervise: false, schedule: false });
  boss.on("error", () => {});
  await boss.start();
  try {
    const there = new Set((await boss.getQueues()).map(({ name }) => name));
    // A queue that an earlier version made takes today's options too.
    const put = (name: string, options: Options) =>
      there.has(name) ? boss.updateQueue(name, options) : boss.createQueue(name, options);
    for (const name of Object.keys(queues) as QueueName[]) {
      await put(deadLetterOf(name), { retentionSeconds: DEAD_LETTER_KEPT_SECONDS });
      await put(name, { ...queueDefaults, ...queues[name], deadLetter: deadLetterOf(name) });
    }
  } finally {
    await boss.stop({ graceful: false });
  }
}
