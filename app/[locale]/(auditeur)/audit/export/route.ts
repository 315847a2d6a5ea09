import { fileResponse } from "@/lib/delivery/file-response";
import { listFile } from "@/lib/delivery/list-file";
import { exportAudit } from "@/lib/oversight/export-audit";

/** The log as a file, with the explorer's filters. */
export function GET(request: Request): Promise<Response> {
  const { cursor: _cursor, ...input } = Object.fromEntries(new URL(request.url).searchParams);
  const json = input.format === "json";
  return fileResponse(request, exportAudit, input, {
    type: json ? "application/json" : "text/csv; charset=utf-8",
    file: ({ entries: rows, truncated }, ctx) =>
      json
        ? { name: "journal.json", bytes: new TextEncoder().encode(JSON.stringify(rows, null, 2)), truncated }
        : listFile("journal.csv", { rows, truncated }, ctx),
  });
}
