import { askedOf } from "@/components/rgpd/register";
import { fileResponse } from "@/lib/delivery/file-response";
import { listFile } from "@/lib/delivery/list-file";
import { searchInput } from "@/lib/delivery/page";
import { exportDemandes } from "@/lib/rgpd/export-demandes";

/** The register with its filters, as a spreadsheet reads it. */
export function GET(request: Request): Promise<Response> {
  const { cursor: _cursor, ...asked } = searchInput(Object.fromEntries(new URL(request.url).searchParams));
  return fileResponse(request, exportDemandes, askedOf(asked), {
    type: "text/csv; charset=utf-8",
    file: (list, ctx) => listFile("demandes-rgpd.csv", list, ctx),
  });
}
