import { and, eq, inArray, sql } from "drizzle-orm";
import type { Queryable, Tx } from "@/db/client";
import { jobs } from "@/db/jobs";
import { deadLetterOf, type QueueName, queueNames } from "@/db/queues";
import { orderingOf, type Page, paginate } from "@/lib/foundation/page";

export type EchecRow = Pick<
  typeof jobs.$inferSelect,
  "id" | "data" | "createdOn" | "sourceCreatedOn" | "sourceRetryCount" | "sourceOutput"
> & { name: string };

export type FileRow = {
  name: QueueName;
  enAttente: number;
  enCours: number;
  echecs: number;
  plusAncien: string | null;
};

/** More than an evening's failures; the rest follows with the next call. */
const BATCH = 500;
const deadLetters = queueNames.map(deadLetterOf);
/** Dead letters, of one queue or of all; those of queues that are no more cannot be replayed and are not shown. */
const dead = (file?: QueueName) =>
  and(
    file ? eq(jobs.name, deadLetterOf(file)) : inArray(jobs.name, deadLetters),
    sql`${jobs.state} = 'created'`,
  );
const columns = {
  id: jobs.id,
  name: jobs.name,
  data: jobs.data,
  createdOn: jobs.createdOn,
  sourceCreatedOn: jobs.sourceCreatedOn,
  sourceRetryCount: jobs.sourceRetryCount,
  sourceOutput: jobs.sourceOutput,
};

/** What each queue holds; a job that waits for its hour does not yet count as late. */
export async function countFiles(db: Queryable, now: Date): Promise<FileRow[]> {
  const due = sql`${jobs.startAfter} <= ${now.toISOString()}::timestamptz`;
  const rows = await db
    .select({
      name: jobs.name,
      enAttente: sql<number>`count(*) filter (where ${jobs.state} in ('created', 'retry'))::int`,
      enCours: sql<number>`count(*) filter (where ${jobs.state} = 'active')::int`,
      plusAncien: sql<
        string | null
      >`min(${jobs.startAfter}) filter (where ${jobs.state} in ('created', 'retry') and ${due})`,
    })
    .from(jobs)
    .where(and(inArray(jobs.name, [...queueNames, ...deadLetters]), sql`${jobs.state} < 'completed'`))
    .groupBy(jobs.name);
  const found = new Map(rows.map((row) => [row.name, row]));
  return queueNames.map((name) => ({
    name,
    enAttente: found.get(name)?.enAttente ?? 0,
    enCours: found.get(name)?.enCours ?? 0,
    echecs: found.get(deadLetterOf(name))?.enAttente ?? 0,
    plusAncien: found.get(name)?.plusAncien ?? null,
  }));
}

const orderings = { quand: [jobs.createdOn, jobs.id] } as const;

type ListRequest = { limit: number; cursor?: string; ordering?: string; file?: QueueName };

export async function listEchecs(db: Queryable, request: ListRequest): Promise<Page<EchecRow>> {
  return paginate(
    request,
    orderingOf(request.ordering, orderings, "-quand"),
    (part) =>
      db
        .select(columns)
        .from(jobs)
        .where(and(dead(request.file), part.where))
        .orderBy(...part.orderBy)
        .limit(part.limit),
    (row) => [row.createdOn, row.id],
  );
}

/** Locks dead letters, oldest first, so that of two replays only one finds them. */
export async function lockEchecs(tx: Tx, which: { id?: string; file?: QueueName }): Promise<EchecRow[]> {
  return tx
    .select(columns)
    .from(jobs)
    .where(and(dead(which.file), which.id ? eq(jobs.id, which.id) : undefined))
    .orderBy(jobs.createdOn, jobs.id)
    .limit(BATCH)
    .for("update");
}

export async function deleteEchec(tx: Tx, { id, name }: EchecRow): Promise<void> {
  await tx.delete(jobs).where(and(eq(jobs.name, name), eq(jobs.id, id)));
}
