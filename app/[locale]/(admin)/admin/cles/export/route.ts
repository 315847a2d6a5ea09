import { listExport } from "@/lib/delivery/list-export";
import { listCles } from "@/lib/interop/list-cles";

/** The partner keys as a spreadsheet reads them: of each key only its beginning. */
export function GET(request: Request): Promise<Response> {
  return listExport(
    request,
    listCles,
    {},
    {
      name: "cles.csv",
      row: ({ portees, agence_ids, ...one }) => ({
        ...one,
        portees: portees.join(" "),
        agence_ids: agence_ids?.join(" ") ?? null,
      }),
    },
  );
}
