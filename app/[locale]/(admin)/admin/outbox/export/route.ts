import { listExport } from "@/lib/delivery/list-export";
import { searchInput } from "@/lib/delivery/page";
import { listCourriels } from "@/lib/organisation/list-courriels";

/** The outbox with its filter, as a spreadsheet reads it; what was written stays in the product. */
export function GET(request: Request): Promise<Response> {
  const { statut } = searchInput(Object.fromEntries(new URL(request.url).searchParams));
  return listExport(
    request,
    listCourriels,
    { statut },
    { name: "courriels.csv", row: ({ texte: _text, html: _html, ...one }) => one },
  );
}
