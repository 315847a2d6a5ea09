import { listExport } from "@/lib/delivery/list-export";
import { searchInput } from "@/lib/delivery/page";
import { listIntervenants } from "@/lib/intervenants/list-intervenants";
import { filtersOf } from "../list-address";

/** The list of intervenants with its filters, as a spreadsheet reads it. */
export function GET(request: Request): Promise<Response> {
  const params = searchInput(Object.fromEntries(new URL(request.url).searchParams));
  return listExport(request, listIntervenants, filtersOf(params), { name: "intervenants.csv" });
}
