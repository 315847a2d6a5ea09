import { randomInt } from "node:crypto";
import { z } from "zod";
import type { Queryable, Tx } from "@/db/client";
import { type AuditEntry, appendAll, appendAudit, appendLines, lineOf } from "./audit/append";
import { logReadings } from "./audit/readings";
import { sealWithin } from "./audit/seal";
import type { Context } from "./context";
import { databaseError, Refused, refusalOf } from "./errors";
import { fieldErrors } from "./field-errors";
import { once } from "./idempotence";
import { authorise, type OperationName, type Scope } from "./policy";
import { actingAs } from "./second-factor";
import { requireRecent } from "./step-up";

type Change = Omit<AuditEntry, "action" | "resultat"> & { action?: string };
type Subject = {
  type: string;
  id: number | string;
  agenceId?: number | null;
  data?: Record<string, unknown>;
};
type Args<I, D> = { db: D; input: I; ctx: Context; scope: Scope };

/** An operation: called with a context and raw input (unknown, not yet parsed). */
export type Operation<S extends z.ZodType, R> = {
  (ctx: Context, raw: z.input<S> | Record<string, unknown>): Promise<R>;
  readonly operation: OperationName;
  readonly kind: "command" | "query";
  readonly input: S;
};

/**
 * A write. Order, always: policy gives the reach → input is parsed → transaction → rules and store → the
 * database's constraints → jobs (written by `run`) → audit lines last → commit. `run` must return a `change`, so no
 * write can forget its audit line. Throws Refused; nothing is half-written.
 * `prepare` does, before the transaction, what must not hold one or must outlive a refusal: hashing a password,
 * counting a failed attempt, talking to a mail server. Its result reaches `run` as `prepared`.
 */
export function command<S extends z.ZodType, R, P = undefined>(definition: {
  name: OperationName;
  input: S;
  prepare?: (args: { input: z.output<S>; ctx: Context; scope: Scope }) => Promise<P>;
  /** The result is a secret: no Idempotency-Key keeps it, nor a fingerprint of what was sent for it. */
  secret?: true;
  /** Its entries are under a signed checkpoint before the answer leaves, not up to a second later. */
  sealed?: true;
  run: (
    args: Args<z.output<S>, Tx> & { prepared: P },
  ) => Promise<{ change: Change | readonly Change[]; result: R }>;
}): Operation<S, R> {
  const call = async (caller: Context, raw: unknown): Promise<R> =>
    guarded(caller, definition.name, raw, async () => {
      const ctx = { ...caller, actor: actingAs(caller.actor, definition.name) };
      const scope = authorise(ctx.actor, definition.name);
      const input = parse(definition.input, raw);
      await requireRecent(ctx, definition.name, input);
      const prepared = (await definition.prepare?.({ input, ctx, scope })) as P;
      const keyed = definition.secret ? { ...ctx, idempotence: undefined } : ctx;
      return withRetry(() =>
        ctx.db.transaction((tx) =>
          once(tx, keyed, async () => {
            const { change, result } = await definition.run({ db: tx, input, ctx, scope, prepared });
            const changes = Array.isArray(change) ? change : [change as Change];
            await appendAll(
              tx,
              ctx,
              changes.map((one) => ({ action: definition.name, ...one, resultat: "ok" })),
            );
            if (definition.sealed) await sealWithin(tx, ctx.now);
            return result;
          }),
        ),
      );
    });
  return Object.assign(call, {
    operation: definition.name,
    kind: "command" as const,
    input: definition.input,
  });
}

/**
 * A read. With `reads`, the people whose files were opened are written to the log before the answer is given; a
 * person reading their own file is not logged.
 */
export function query<S extends z.ZodType, R>(definition: {
  name: OperationName;
  input: S;
  /** What must be written first, in transactions of its own: one inside another can use up the pool and hang. */
  prepare?: (args: Args<z.output<S>, Queryable>) => Promise<unknown>;
  run: (args: Args<z.output<S>, Queryable>) => Promise<R>;
  reads?: (result: R, input: z.output<S>) => Subject | readonly Subject[];
  /** What leaves the product as a file: logged for everyone, the person concerned included. */
  exports?: (result: R, input: z.output<S>) => Subject | readonly Subject[];
}): Operation<S, R> {
  const call = async (caller: Context, raw: unknown): Promise<R> =>
    guarded(caller, definition.name, raw, async () => {
      const ctx = { ...caller, actor: actingAs(caller.actor, definition.name) };
      const scope = authorise(ctx.actor, definition.name);
      const input = parse(definition.input, raw);
      await requireRecent(ctx, definition.name, input);
      await definition.prepare?.({ db: ctx.db, input, ctx, scope });
      const logged = definition.exports ?? (scope.reach === "own" ? undefined : definition.reads);
      const result = await definition.run({ db: ctx.db, input, ctx, scope });
      if (!logged) return result;
      const lines = readEntries(definition.name, logged(result, input)).map((entry) => lineOf(ctx, entry));
      // An export's line is on the disk before the file leaves; a reading's may reach it a moment (< 1 s) later.
      if (definition.exports) await appendLines(ctx.db, lines);
      else await logReadings(ctx.db, lines);
      return result;
    });
  return Object.assign(call, { operation: definition.name, kind: "query" as const, input: definition.input });
}

function readEntries(action: string, subjects: Subject | readonly Subject[]): AuditEntry[] {
  const list = Array.isArray(subjects) ? (subjects as readonly Subject[]) : [subjects as Subject];
  return list.map(({ agenceId, data, ...objet }) => ({ action, objet, agenceId, data, resultat: "ok" }));
}

function parse<S extends z.ZodType>(schema: S, raw: unknown): z.output<S> {
  const parsed = schema.safeParse(raw, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw new Refused("validation", { errors: fieldErrors(parsed.error, raw) });
}

async function guarded<R>(
  ctx: Context,
  name: OperationName,
  raw: unknown,
  work: () => Promise<R>,
): Promise<R> {
  try {
    return await work();
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal instanceof Refused) await recordRefusal(ctx, name, raw, refusal);
    throw refusal;
  }
}

const accessRefusals = new Set([
  "unauthenticated",
  "forbidden",
  "notFound",
  "invalidCredentials",
  "accountLocked",
  "emailNotConfirmed",
  "secondFactorRequired",
  "wrongCode",
  "enrolmentRequired",
  "reauthenticate",
  "tokenExpired",
  "tokenUsed",
]);

/** Refused accesses are facts too. They get their own transaction, since the operation's own has gone. */
async function recordRefusal(
  ctx: Context,
  name: OperationName,
  raw: unknown,
  refusal: Refused,
): Promise<void> {
  if (!accessRefusals.has(refusal.code)) return;
  const asked = { type: name.split(".")[0] ?? name, id: idOf(raw) ?? "-" };
  await appendAudit(ctx.db, ctx, {
    action: name,
    objet: refusal.details.objet ?? asked,
    resultat: "refused",
    data: { code: refusal.code },
    // Guests are many: sixteen streams, so that refusals never wait in one line. Drawn here: a caller who chose the
    // stream could make as many as they like, or crowd one.
    flux:
      ctx.actor.id === null
        ? `refus:guest:${randomInt(16).toString(16)}`
        : `refus:utilisateur:${ctx.actor.id}`,
  });
}

function idOf(raw: unknown): string | undefined {
  const id = z.object({ id: z.union([z.string(), z.number()]) }).safeParse(raw);
  const text = id.success ? String(id.data.id) : "";
  // What a stranger typed in place of an id may be anything, a name included: it has no place in the log.
  return /^[A-Za-z0-9_-]{1,64}$/.test(text) ? text : undefined;
}

const transient = new Set(["40001", "40P01"]);

/** Serialisation failures and deadlocks are tried again, up to five times; nothing external has happened yet. */
async function withRetry<R>(work: () => Promise<R>, attempt = 1): Promise<R> {
  try {
    return await work();
  } catch (error) {
    if (attempt >= 5 || !transient.has(databaseError(error)?.code ?? "")) throw error;
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * 2 ** attempt));
    return withRetry(work, attempt + 1);
  }
}
