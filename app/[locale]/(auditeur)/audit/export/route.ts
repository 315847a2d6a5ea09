import { toCsv } from "@/lib/delivery/csv";
import { fileResponse } from "@/lib/delivery/file-response";
import { exportAudit } from "@/lib/oversight/export-audit";

/** The log as a file, with the explorer's filters. */
export function GET(request: Request): Promise<Response> {
  const { cursor: _cursor, ...input } = Object.fromEntries(new URL(request.url).searchParams);
  const json = input.format === "json";
  return fileResponse(request, exportAudit, input, {
    type: json ? "application/json" : "text/csv; charset=utf-8",
    file: ({ entries }) => ({
      name: json ? "journal.json" : "journal.csv",
      bytes: new TextEncoder().encode(json ? JSON.stringify(entries, null, 2) : toCsv(entries)),
    }),
  });
}
