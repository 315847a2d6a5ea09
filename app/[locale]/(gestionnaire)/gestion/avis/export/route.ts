import { listDossiers } from "@/lib/avis/list-dossiers";
import { listExport } from "@/lib/delivery/list-export";
import { searchInput } from "@/lib/delivery/page";
import { filtersOf } from "../filters";

/** The reviews with their filters, as a spreadsheet reads them. */
export function GET(request: Request): Promise<Response> {
  const params = searchInput(Object.fromEntries(new URL(request.url).searchParams));
  return listExport(request, listDossiers, filtersOf(params), { name: "avis.csv" });
}
