/** What makes a spreadsheet run a cell, in the widths that its East Asian editions take too. */
const formula = /^[=+\-@\t\r\n\0＝＋－＠]/;

/** A cell that a spreadsheet would run as a formula is neutralised with a leading apostrophe (CWE-1236). */
function cell(value: unknown): string {
  const text =
    value === null || value === undefined
      ? ""
      : typeof value === "object"
        ? JSON.stringify(value)
        : String(value);
  const safe = typeof value === "string" && formula.test(text) ? `'${text}` : text;
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** RFC 4180 with a UTF-8 mark, so that spreadsheets read accents and Arabic. Columns are those of the first row. */
export function toCsv(rows: readonly Record<string, unknown>[]): string {
  const columns = Object.keys(rows[0] ?? {});
  return csvHead(columns) + csvLines(rows, columns);
}

/** The mark and the line of columns that stand first. */
export const csvHead = (columns: readonly string[]): string => `\uFEFF${columns.map(cell).join(",")}\r\n`;

/** Rows alone, in the order of the columns. */
export const csvLines = (rows: readonly Record<string, unknown>[], columns: readonly string[]): string =>
  rows.map((row) => `${columns.map((column) => cell(row[column])).join(",")}\r\n`).join("");
