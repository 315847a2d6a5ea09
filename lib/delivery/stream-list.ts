import { csvHead, csvLines } from "./csv";
import type { Representation } from "./endpoint-spec";
import { streamLines } from "./stream-lines";

type Row = Record<string, unknown>;
type Pages = AsyncGenerator<readonly Row[]>;

/** A list made while it is sent, as a spreadsheet reads it; columns are those of the first row. */
export async function* csvOf(pages: Pages): AsyncGenerator<string> {
  let columns: readonly string[] | undefined;
  for await (const rows of pages) {
    const head = columns ? "" : csvHead(Object.keys(rows[0] ?? {}));
    columns ??= Object.keys(rows[0] ?? {});
    yield head + csvLines(rows, columns);
  }
  if (!columns) yield csvHead([]);
}

/** One object a line. */
export async function* ndjsonOf(pages: Pages): AsyncGenerator<string> {
  for await (const rows of pages) yield rows.map((row) => `${JSON.stringify(row)}\n`).join("");
}

/** One JSON text: the rows between `open` and `close`, a list by itself unless said. */
export async function* jsonOf(pages: Pages, open = "[", close = "]"): AsyncGenerator<string> {
  yield open;
  let comma = "";
  for await (const rows of pages) {
    yield comma + rows.map((row) => JSON.stringify(row)).join(",\n");
    comma = ",\n";
  }
  yield close;
}

/** The same as an answer that is kept as a file. */
export const streamed = (lines: AsyncGenerator<string>, name: string): Representation => ({
  body: streamLines(lines),
  headers: { "Content-Disposition": `attachment; filename="${name}"` },
});
