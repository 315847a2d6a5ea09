import { fileResponse } from "@/lib/delivery/file-response";
import { listFile } from "@/lib/delivery/list-file";
import { searchInput } from "@/lib/delivery/page";
import { exportListeDevis } from "@/lib/factures/export-liste-devis";
import { filtersOf } from "../list-address";

/** The list of quotes with its filters, as a spreadsheet reads it. */
export function GET(request: Request): Promise<Response> {
  const params = searchInput(Object.fromEntries(new URL(request.url).searchParams));
  return fileResponse(request, exportListeDevis, filtersOf(params), {
    type: "text/csv; charset=utf-8",
    file: (list, ctx) => listFile("devis.csv", list, ctx),
  });
}
