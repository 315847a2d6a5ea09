import { headers } from "next/headers";
import { getLocale } from "next-intl/server";
import type { z } from "zod";
import { database } from "@/db/client";
import { type Context, guest, type Locale } from "@/lib/foundation/context";
import type { Operation } from "@/lib/foundation/operation";
import { addressOf } from "./client-address";
import { describeField, sentences, toRefused } from "./problem";
import { requestIdIn } from "./request-id";
import { browserAccount } from "./session-cookie";

type Values = Record<string, string | string[]>;

/** What a form gets back; the same shape that the form components show. */
export type ActionState<R> =
  | { ok: true; message?: string; data?: R }
  | {
      ok: false;
      code: string;
      message: string;
      errors: { pointer: string; message: string }[];
      values?: Values;
      /** Further members of the problem, e.g. the alternatives of a taken slot. */
      extra?: Record<string, unknown>;
    }
  | null;

/** The Context of a page or a server action: the session cookie's account, or a guest. */
export async function browserContext(): Promise<Context> {
  const [account, head, locale] = await Promise.all([browserAccount(), headers(), getLocale()]);
  return {
    actor: account?.actor ?? guest,
    db: database(),
    requestId: requestIdIn(head),
    now: new Date(),
    locale: locale as Locale,
    ip: addressOf(head),
    agent: head.get("user-agent") ?? undefined,
    session: account?.session,
  };
}

/**
 * Calls one operation for a form. Field names of the form are those of the operation's input; `read` shapes them
 * where text is not enough (numbers are read by the schema itself). `done` runs after the commit: revalidate, redirect.
 */
export async function callFromForm<S extends z.ZodType, R>(
  operation: Operation<S, R>,
  form: FormData,
  options: {
    read?: (form: FormData) => Record<string, unknown>;
    message?: (result: R) => string | undefined;
    done?: (result: R) => void | Promise<void>;
  } = {},
): Promise<ActionState<R>> {
  const ctx = await browserContext();
  let result: R;
  try {
    result = await operation(ctx, (options.read ?? fieldsOf)(form));
  } catch (error) {
    const refusal = toRefused(error, ctx.requestId);
    return {
      ok: false,
      code: refusal.code,
      message: sentences(refusal, ctx.locale).detail,
      errors: (refusal.details.errors ?? []).map((one) => ({
        pointer: one.pointer,
        message: describeField(one, ctx.locale),
      })),
      values: valuesOf(form),
      extra: refusal.details.extra,
    };
  }
  // Outside the try: redirect() works by throwing.
  await options.done?.(result);
  return { ok: true, message: options.message?.(result), data: result };
}

/** The named fields of a form as plain text; fields left empty are left out, repeated ones become lists. */
export function fieldsOf(form: FormData): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$ACTION")) continue;
    const values = form
      .getAll(name)
      .filter((value): value is string => typeof value === "string" && value !== "");
    if (values.length > 0) input[name] = values.length === 1 ? values[0] : values;
  }
  return input;
}

const SECRET = /mot_de_passe|password|otp|jeton/i;

/** What was typed, to be shown again; secrets are not sent back. */
function valuesOf(form: FormData): Values {
  const values: Values = {};
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$ACTION") || SECRET.test(name)) continue;
    const all = form.getAll(name).filter((value): value is string => typeof value === "string");
    values[name] = all.length === 1 ? (all[0] ?? "") : all;
  }
  return values;
}
