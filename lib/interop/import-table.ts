import { CsvError, parse } from "csv-parse/sync";
import { Refused } from "@/lib/foundation/errors";

export const separators = [";", ",", "\t"] as const;
/** Lines of one file at most. */
export const MOST_LINES = 50_000;

export type Table = {
  encodage: "utf-8" | "windows-1252";
  separateur: (typeof separators)[number];
  entetes: string[];
  lignes: { ligne: number; cells: string[] }[];
};

/**
 * A CSV file as a table: UTF-8 (with or without its mark) or Windows-1252, and `;` `,` or a tab, as found. Line numbers
 * are those of the file. Throws `validation` on `contenu`: empty, badly quoted (with its line), or too long.
 */
export function readTable(bytes: Uint8Array): Table {
  const { text, encodage } = decode(bytes);
  const separateur = separatorOf(text);
  const [head, ...rows] = parseRows(text, separateur);
  if (!head || rows.length === 0) throw wrong("required");
  if (rows.length > MOST_LINES) throw wrong("tooLong", { max: MOST_LINES });
  const entetes = head.cells.map((cell) => cell.trim());
  return { encodage, separateur, entetes, lignes: rows };
}

const wrong = (
  code: "required" | "tooLong" | "invalidFormat" | "badQuotes",
  params?: Record<string, number>,
) => new Refused("validation", { errors: [{ pointer: "/contenu", code, params }] });

function decode(bytes: Uint8Array): Pick<Table, "encodage"> & { text: string } {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encodage: "utf-8" };
  } catch {
    return { text: new TextDecoder("windows-1252").decode(bytes), encodage: "windows-1252" };
  }
}

/** The one that the first line has most of, quoted text aside. */
function separatorOf(text: string): Table["separateur"] {
  const first = (text.split(/\r?\n/, 1)[0] ?? "").replace(/"[^"]*"/g, "");
  const counts = separators.map((one) => first.split(one).length);
  return separators[counts.indexOf(Math.max(...counts))] ?? ";";
}

/** What no table begins with: other kinds of files that are text too (PDF, RTF, HTML, XML, a script). */
const otherKinds = /^\s*(?:%PDF-|\{\\rtf|<[!?a-z]|#!)/i;
/** Bytes of programs, pictures and archives, whatever the file is called; a database stores no U+0000 either. */
const notText = /[^\P{Cc}\t\r\n\f\x80-\x9f]/u;

function parseRows(text: string, delimiter: string): { ligne: number; cells: string[] }[] {
  if (notText.test(text) || otherKinds.test(text)) throw wrong("invalidFormat");
  try {
    const options = { delimiter, relax_column_count: true, skip_empty_lines: true, info: true } as const;
    const rows = parse(text, options) as unknown as { record: string[]; info: { lines: number } }[];
    return rows
      .map(({ record, info }) => ({ ligne: info.lines - breaksIn(record), cells: record }))
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw wrong("badQuotes", { ligne: Number((error as CsvError & { lines?: number }).lines ?? 1) });
  }
}

/** A record is numbered by its first line; the reader counts to its last. */
const breaksIn = (record: readonly string[]) =>
  record.reduce((sum, cell) => sum + cell.split(/\r\n|\r|\n/).length - 1, 0);
