import { listExport } from "@/lib/delivery/list-export";
import { searchInput } from "@/lib/delivery/page";
import { listUtilisateurs } from "@/lib/organisation/list-utilisateurs";

/** The accounts with the filters of their list, as a spreadsheet reads them. */
export function GET(request: Request): Promise<Response> {
  const { cursor: _, ...filters } = searchInput(Object.fromEntries(new URL(request.url).searchParams));
  return listExport(request, listUtilisateurs, filters, { name: "comptes.csv" });
}
