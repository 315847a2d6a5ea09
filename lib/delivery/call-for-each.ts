import type { z } from "zod";
import type { Operation } from "@/lib/foundation/operation";
import { browserContext } from "./action";
import { sentences, toRefused } from "./problem";

/** What happened to one of several: the result, or why not, in the caller's language. */
export type EachResult<R> = { ok: true; result: R } | { ok: false; code: string; message: string };

const MOST = 200;

/**
 * Calls an operation once per input, one after the other, each in its own transaction: a refusal stops only itself.
 * Answers in the order of the inputs; those after the 200th are not looked at.
 */
export async function callForEach<S extends z.ZodType, R>(
  operation: Operation<S, R>,
  inputs: readonly Record<string, unknown>[],
): Promise<EachResult<R>[]> {
  const ctx = await browserContext();
  const results: EachResult<R>[] = [];
  for (const input of inputs.slice(0, MOST)) {
    try {
      results.push({ ok: true, result: await operation(ctx, input) });
    } catch (error) {
      const refusal = toRefused(error, ctx.requestId);
      results.push({ ok: false, code: refusal.code, message: sentences(refusal, ctx.locale).detail });
    }
  }
  return results;
}
