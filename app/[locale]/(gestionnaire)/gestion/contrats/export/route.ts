import { fileResponse } from "@/lib/delivery/file-response";
import { listFile } from "@/lib/delivery/list-file";
import { searchInput } from "@/lib/delivery/page";
import { exportContrats } from "@/lib/intervenants/contrats/export-contrats";

/** Contracts with their amendments, as a spreadsheet reads them. */
export async function GET(request: Request): Promise<Response> {
  const { intervenant_id } = searchInput(Object.fromEntries(new URL(request.url).searchParams));
  return fileResponse(request, exportContrats, intervenant_id ? { intervenant_id } : {}, {
    type: "text/csv; charset=utf-8",
    file: (list, ctx) => listFile("contrats.csv", list, ctx),
  });
}
