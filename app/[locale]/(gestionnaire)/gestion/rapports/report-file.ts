import { fileResponse } from "@/lib/delivery/file-response";
import { listFile } from "@/lib/delivery/list-file";
import { exportRapport } from "@/lib/rapports/export-rapport";

/** A stored report as the file that the address asks for; the export is logged. */
export function reportFile(request: Request, id: string): Promise<Response> {
  const json = new URL(request.url).searchParams.get("format") === "json";
  return fileResponse(
    request,
    exportRapport,
    { id, format: json ? "json" : "csv" },
    {
      type: json ? "application/json" : "text/csv; charset=utf-8",
      file: ({ rapport, rows, nom }, ctx) =>
        json
          ? { name: nom, bytes: new TextEncoder().encode(JSON.stringify(rapport, null, 2)) }
          : listFile(nom, { rows, truncated: false }, ctx),
    },
  );
}
