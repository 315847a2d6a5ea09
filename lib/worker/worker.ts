import { randomUUID } from "node:crypto";
import { type JobWithMetadata, PgBoss } from "pg-boss";
import { closeDatabase, database } from "@/db/client";
import { atOnce, type QueueName, schedules } from "@/db/queues";
import { logKey } from "@/lib/foundation/audit/checkpoint";
import { type Context, system } from "@/lib/foundation/context";
import type { JobData } from "@/lib/foundation/jobs";
import { failureLine, log } from "@/lib/foundation/log";
import { handlers } from "./handlers";
import { sealEverySecond } from "./seal-every-second";

/** Starts taking jobs; resolves to a function that finishes the running ones and stops. */
export async function startWorker(): Promise<() => Promise<void>> {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set");
  const boss = new PgBoss({
    connectionString: url,
    max: 3,
    migrate: false,
    application_name: "dihya-worker",
  });
  boss.on("error", (error) => log.error({ err: error }, "job queue"));
  // A worker that cannot seal stops here, not at its first entry.
  logKey();
  await boss.start();
  for (const [name, cron] of Object.entries(schedules)) await boss.schedule(name, cron);
  for (const name of Object.keys(handlers) as QueueName[]) await listen(boss, name);
  const stopSealing = sealEverySecond();
  log.info("worker ready");
  return async () => {
    await boss.stop({ graceful: true, timeout: 20_000 });
    // Last: what the jobs wrote is sealed too.
    await stopSealing();
    await closeDatabase();
  };
}

async function listen<N extends QueueName>(boss: PgBoss, name: N): Promise<void> {
  const options = {
    pollingIntervalSeconds: 1,
    batchSize: 1,
    includeMetadata: true,
    localConcurrency: atOnce[name] ?? 1,
  } as const;
  await boss.work(name, options, async (jobs: JobWithMetadata<JobData[N]>[]) => {
    for (const job of jobs) {
      try {
        // A job that the clock starts carries nothing at all.
        await handlers[name]?.(jobContext(job), job.data ?? {});
      } catch (error) {
        log.error({ job: job.id, queue: name, err: error }, "job failed");
        // The queue keeps what it is told: never the values of a query.
        throw new Error(failureLine(error));
      }
    }
  });
}

function jobContext({ id, retryCount, retryLimit }: JobWithMetadata<object>): Context {
  return {
    actor: system,
    db: database(),
    requestId: id || randomUUID(),
    now: new Date(),
    locale: "fr",
    lastAttempt: retryCount >= retryLimit,
  };
}
