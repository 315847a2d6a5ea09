import { listExport } from "@/lib/delivery/list-export";
import { listAgences } from "@/lib/organisation/list-agences";

/** Every agency, as a spreadsheet reads them. */
export function GET(request: Request): Promise<Response> {
  return listExport(request, listAgences, {}, { name: "agences.csv" });
}
