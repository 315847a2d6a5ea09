import type { OpenAPIHono } from "@hono/zod-openapi";
import { follow } from "@/lib/delivery/live";
import { problemResponse, toRefused } from "@/lib/delivery/problem";
import { contextOf, localeOf, requestIdOf } from "@/lib/delivery/request-context";
import type { Context } from "@/lib/foundation/context";
import { Refused } from "@/lib/foundation/errors";
import { listNotifications } from "@/lib/notifications/list-notifications";

const HEARTBEAT_MS = 20_000;
/** A stream ends by itself, and whoever comes back is asked again who they are. */
const LIFE_MS = 10 * 60_000;
const path = "/notifications/flux";

/**
 * Server-sent events for the bell of a page: `non_lues`, how many notices the account has not read, at once and after
 * every change. No document of the REST contract: it never ends by itself within a request.
 */
export function notificationStream(api: OpenAPIHono): void {
  api.get(path, async (c) => {
    const request = c.req.raw;
    const requestId = requestIdOf(request);
    try {
      const ctx = await contextOf(request, requestId);
      const stream = await streamOf(ctx, request.signal);
      const headers = {
        "Content-Type": "text/event-stream; charset=utf-8",
        "Cache-Control": "no-store, no-transform",
        "X-Accel-Buffering": "no",
      };
      return new Response(stream, { headers });
    } catch (error) {
      return problemResponse(toRefused(error, requestId), localeOf(request), path, requestId);
    }
  });
}

async function streamOf(ctx: Context, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
  const unread = async () =>
    (await listNotifications({ ...ctx, now: new Date() }, { non_lues: true, count: true, limit: 1 })).count ??
    0;
  const first = await unread();
  const feed = new Feed(unread);
  const leave = follow(ctx.actor.id ?? 0, { changed: () => feed.refresh(), end: () => feed.close() });
  if (!leave) throw new Refused("rateLimited", { params: { seconds: 30 }, headers: { "Retry-After": "30" } });
  feed.onClose(leave);
  signal.addEventListener("abort", () => feed.close(), { once: true });
  return feed.open(first);
}

/** One open page: asks again after each change, one question at a time, and tells when the number is another. */
class Feed {
  #unread: () => Promise<number>;
  #controller?: ReadableStreamDefaultController<Uint8Array>;
  #leaving: (() => void)[] = [];
  #last = -1;
  #isAsking = false;
  #isStale = false;
  #isClosed = false;

  constructor(unread: () => Promise<number>) {
    this.#unread = unread;
  }

  open(first: number): ReadableStream<Uint8Array> {
    return new ReadableStream({
      start: (controller) => {
        this.#controller = controller;
        if (this.#isClosed) return controller.close();
        this.#send("retry: 5000\n\n");
        this.#tell(first);
        const beat = setInterval(() => this.#send(": .\n\n"), HEARTBEAT_MS);
        const end = setTimeout(() => this.close(), LIFE_MS);
        this.onClose(() => {
          clearInterval(beat);
          clearTimeout(end);
        });
      },
      cancel: () => this.close(),
    });
  }

  onClose(leave: () => void): void {
    this.#leaving.push(leave);
  }

  async refresh(): Promise<void> {
    this.#isStale = true;
    if (this.#isAsking) return;
    this.#isAsking = true;
    try {
      while (this.#isStale && !this.#isClosed) {
        this.#isStale = false;
        this.#tell(await this.#unread());
      }
    } catch {
      this.close();
    } finally {
      this.#isAsking = false;
    }
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    for (const leave of this.#leaving) leave();
    try {
      this.#controller?.close();
    } catch {
      // The page had gone first.
    }
  }

  #tell(count: number): void {
    if (count === this.#last) return;
    this.#last = count;
    this.#send(`event: non_lues\ndata: ${count}\n\n`);
  }

  #send(text: string): void {
    if (this.#isClosed) return;
    try {
      this.#controller?.enqueue(new TextEncoder().encode(text));
    } catch {
      this.close();
    }
  }
}
