import { askedOf } from "@/components/incidents/incident-log";
import { listExport } from "@/lib/delivery/list-export";
import { searchInput } from "@/lib/delivery/page";
import { listIncidents } from "@/lib/incidents/list-incidents";

/** The incident log with its filters, as a spreadsheet reads it. */
export function GET(request: Request): Promise<Response> {
  const { cursor: _cursor, ...asked } = searchInput(Object.fromEntries(new URL(request.url).searchParams));
  return listExport(request, listIncidents, askedOf(asked), { name: "incidents.csv" });
}
