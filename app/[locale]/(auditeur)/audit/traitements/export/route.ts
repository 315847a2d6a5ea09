import { recordLines } from "@/components/traitements/record";
import { fileResponse } from "@/lib/delivery/file-response";
import { listFile } from "@/lib/delivery/list-file";
import { readTraitements } from "@/lib/rgpd/traitements/read-traitements";

/** The record of processing as a spreadsheet reads it. */
export function GET(request: Request): Promise<Response> {
  return fileResponse(
    request,
    readTraitements,
    {},
    {
      type: "text/csv; charset=utf-8",
      file: (record, ctx) =>
        listFile("traitements.csv", { rows: recordLines(record), truncated: false }, ctx),
    },
  );
}
