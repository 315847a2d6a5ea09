import pino from "pino";

/** Structured log on standard output. No personal data: ids, codes and request ids only. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? (process.env.NODE_ENV === "test" ? "silent" : "info"),
  base: undefined,
  redact: ["password", "mot_de_passe", "token", "authorization", "cookie"],
  serializers: { err: describeError },
});

/** An error's own words and origin, without the values that a failed query carried: they may be personal. */
export function describeError(error: unknown, depth = 0): Record<string, unknown> | string {
  if (!(error instanceof Error)) return typeof error;
  const { code, constraint_name: constraint } = error as Error & {
    code?: unknown;
    constraint_name?: unknown;
  };
  return {
    type: error.name,
    message: withoutValues(error.message),
    code,
    constraint,
    stack: withoutValues(error.stack ?? ""),
    ...(error.cause && depth < 3 ? { cause: describeError(error.cause, depth + 1) } : {}),
  };
}

/** Drizzle ends its message with the values it sent, PostgreSQL quotes some, mail servers name the mailbox. */
function withoutValues(text: string): string {
  return text
    .replace(/\nparams:[\s\S]*?(?=\n {4}at |$)/g, "")
    .replace(/: ".*"/g, ": …")
    .replace(/(invalid input[^:]*|Key \([^)]*\)=).*/g, "$1 …")
    .replace(/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, "…@…");
}

const LINE = 200;

/**
 * What went wrong in one short line: code, constraint and the first line of the innermost message, without any value.
 * Takes an error, or one that was kept as JSON.
 */
export function failureLine(error: unknown): string {
  const seen: Kept[] = [];
  for (
    let one = error as Kept | undefined;
    one && typeof one === "object" && seen.length < 4;
    one = one.cause
  )
    seen.push(one);
  const first = (key: "code" | "constraint_name") => seen.map((one) => one[key]).find(isText);
  const message = seen.map((one) => one.message).findLast(isText);
  const text = message?.startsWith("Failed query") ? "Failed query" : (message ?? "");
  const words = [first("code"), first("constraint_name"), withoutValues(text).split("\n")[0]].filter(isText);
  return words.join(" ").slice(0, LINE);
}

type Kept = { message?: unknown; code?: unknown; constraint_name?: unknown; cause?: Kept };
const isText = (value: unknown): value is string => typeof value === "string" && value !== "";
