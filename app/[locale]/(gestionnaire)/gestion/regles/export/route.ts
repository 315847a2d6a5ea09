import { fileResponse } from "@/lib/delivery/file-response";
import { listFile } from "@/lib/delivery/list-file";
import { searchInput } from "@/lib/delivery/page";
import { exportRegles } from "@/lib/organisation/conventions/export-regles";

/** The rules of an agreement as the agency applies them, as a spreadsheet reads them. */
export async function GET(request: Request): Promise<Response> {
  const params = searchInput(Object.fromEntries(new URL(request.url).searchParams));
  return fileResponse(request, exportRegles, params, {
    type: "text/csv; charset=utf-8",
    file: (list, ctx) => listFile("regles.csv", list, ctx),
  });
}
