import { type Db, logConnection } from "@/db/client";
import { type AuditLine, appendLines } from "./append";

type Waiting = { lines: readonly AuditLine[]; done: () => void; failed: (error: unknown) => void };
type Queue = { waiting: Waiting[]; writing: boolean };

const queues = new WeakMap<Db, Queue>();
/** Callers whose lines are written together at most. */
const TOGETHER = 64;

/**
 * Writes the lines of a reading and returns once they are committed: no answer leaves before its line stands in the
 * log. Readings that arrive while others are being written share the next transaction, so a busy object is locked
 * once for all of them. Throws what the database throws; then nobody is given an answer without its line.
 */
export function logReadings(db: Db, lines: readonly AuditLine[]): Promise<void> {
  if (lines.length === 0) return Promise.resolve();
  const queue = queueOf(db);
  return new Promise((done, failed) => {
    queue.waiting.push({ lines, done, failed });
    if (!queue.writing) void drain(db, queue);
  });
}

function queueOf(db: Db): Queue {
  const known = queues.get(db);
  if (known) return known;
  const queue: Queue = { waiting: [], writing: false };
  queues.set(db, queue);
  return queue;
}

async function drain(db: Db, queue: Queue): Promise<void> {
  queue.writing = true;
  while (queue.waiting.length > 0) await write(logConnection(db), queue.waiting.splice(0, TOGETHER));
  queue.writing = false;
}

/** All together; if that fails, each alone, so that one bad line costs only its own reader the answer. */
async function write(db: Db, group: readonly Waiting[]): Promise<void> {
  try {
    await appendLines(
      db,
      group.flatMap(({ lines }) => lines),
    );
    for (const { done } of group) done();
  } catch (error) {
    const [first] = group;
    if (group.length === 1) first?.failed(error);
    else for (const one of group) await write(db, [one]);
  }
}
