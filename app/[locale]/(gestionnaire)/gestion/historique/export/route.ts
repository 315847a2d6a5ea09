import { listExport } from "@/lib/delivery/list-export";
import { readHistory } from "@/lib/oversight/read-history";

/** The history of one object as a spreadsheet reads it. */
export function GET(request: Request): Promise<Response> {
  const { cursor: _cursor, ...input } = Object.fromEntries(new URL(request.url).searchParams);
  return listExport(request, readHistory, input, { name: "historique.csv" });
}
