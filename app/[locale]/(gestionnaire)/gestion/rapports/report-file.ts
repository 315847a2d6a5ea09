import { fileResponse } from "@/lib/delivery/file-response";
import { listFile } from "@/lib/delivery/list-file";
import { exportRapport } from "@/lib/rapports/export-rapport";

const types = {
  csv: "text/csv; charset=utf-8",
  json: "application/json",
  pdf: "application/pdf",
} as const;

/** A stored report as the file that the address asks for; the export is logged. */
export function reportFile(request: Request, id: string): Promise<Response> {
  const asked = new URL(request.url).searchParams.get("format");
  const format = asked === "json" || asked === "pdf" ? asked : "csv";
  return fileResponse(
    request,
    exportRapport,
    { id, format },
    {
      type: types[format],
      file: ({ rapport, rows, pages, nom }, ctx) => {
        if (pages) return { name: nom, bytes: pages };
        return format === "json"
          ? { name: nom, bytes: new TextEncoder().encode(JSON.stringify(rapport, null, 2)) }
          : listFile(nom, { rows, truncated: false }, ctx);
      },
    },
  );
}
