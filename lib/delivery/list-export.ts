import type { z } from "zod";
import type { Context } from "@/lib/foundation/context";
import type { Operation } from "@/lib/foundation/operation";
import type { Page } from "@/lib/foundation/page";
import { wholeList } from "@/lib/foundation/whole-list";
import { fileResponse } from "./file-response";
import { listFile } from "./list-file";
import { noteExport } from "./note-export";

type Row = Record<string, unknown>;
type Options<R> = {
  /** The file, `demandes.csv`. */
  name: string;
  /** One line of the file; all that the list shows when left out. */
  row?: (one: R) => Row;
};

/** All pages of a list within its filters, by the list's own rights; the export is written to the log. */
export function exporting<S extends z.ZodType, R extends Row>(
  list: Operation<S, Page<R>>,
  row: (one: R) => Row = (one) => one,
): Operation<S, { rows: Row[]; truncated: boolean }> {
  const { operation, kind, input } = list;
  const whole = async (ctx: Context, raw: z.input<S> | Row) => {
    const { rows, truncated } = await wholeList((part) => list(ctx, { ...(raw as Row), ...part }));
    await noteExport(ctx, operation, rows.length);
    return { rows: rows.map(row), truncated };
  };
  return Object.assign(whole, { operation, kind, input });
}

/** The answer of an `export/route.ts`: a list with the filters of its screen, as a spreadsheet reads it. */
export function listExport<S extends z.ZodType, R extends Row>(
  request: Request,
  list: Operation<S, Page<R>>,
  input: Row,
  { name, row }: Options<R>,
): Promise<Response> {
  return fileResponse(request, exporting(list, row), input, {
    type: "text/csv; charset=utf-8",
    file: (found, ctx) => listFile(name, found, ctx),
  });
}
