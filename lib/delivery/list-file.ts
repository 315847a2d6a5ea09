import type { Context } from "@/lib/foundation/context";
import { translator } from "@/lib/i18n/translate";
import { toCsv } from "./csv";

type Rows = { rows: readonly Record<string, unknown>[]; truncated: boolean };

/** A list as CSV; one that was cut says so in its last line, in the reader's language. */
export function listCsv({ rows, truncated }: Rows, { locale }: Pick<Context, "locale">): string {
  const cut = truncated ? `… ${translator(locale, "api")("exportTruncated")}\r\n` : "";
  return `${toCsv(rows)}${cut}`;
}

/** The same as a file for a browser. */
export function listFile(name: string, list: Rows, ctx: Pick<Context, "locale">) {
  return { name, bytes: new TextEncoder().encode(listCsv(list, ctx)), truncated: list.truncated };
}

/** Tells programs what the last line tells people. */
export const truncatedHeader = (truncated: boolean | undefined): Record<string, string> =>
  truncated ? { "X-Truncated": "true" } : {};
