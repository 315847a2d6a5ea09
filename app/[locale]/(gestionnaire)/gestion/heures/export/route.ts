import { fileResponse } from "@/lib/delivery/file-response";
import { listFile } from "@/lib/delivery/list-file";
import { searchInput } from "@/lib/delivery/page";
import { exportCompteurs } from "@/lib/plannings/compteurs/export-compteurs";

/** The counters on the screen, as a spreadsheet reads them. */
export async function GET(request: Request): Promise<Response> {
  const params = searchInput(Object.fromEntries(new URL(request.url).searchParams));
  return fileResponse(request, exportCompteurs, params, {
    type: "text/csv; charset=utf-8",
    file: (list, ctx) => listFile("heures.csv", list, ctx),
  });
}
