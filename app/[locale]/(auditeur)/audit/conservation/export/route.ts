import { reportLines } from "@/components/conservation/rules-table";
import { fileResponse } from "@/lib/delivery/file-response";
import { listFile } from "@/lib/delivery/list-file";
import { readConservation } from "@/lib/rgpd/conservation/read-conservation";

/** The report as a spreadsheet reads it. */
export function GET(request: Request): Promise<Response> {
  return fileResponse(
    request,
    readConservation,
    {},
    {
      type: "text/csv; charset=utf-8",
      file: (report, ctx) =>
        listFile("conservation.csv", { rows: reportLines(report), truncated: false }, ctx),
    },
  );
}
