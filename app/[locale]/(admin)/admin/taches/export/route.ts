import { listExport } from "@/lib/delivery/list-export";
import { searchInput } from "@/lib/delivery/page";
import { listEchecs } from "@/lib/organisation/list-echecs";
import { listTaches } from "@/lib/organisation/list-taches";

/** The failed jobs, or the long work (`vue=travaux`), with their filter, as a spreadsheet reads them. */
export function GET(request: Request): Promise<Response> {
  const { vue, file, etat } = searchInput(Object.fromEntries(new URL(request.url).searchParams));
  if (vue !== "travaux") return listExport(request, listEchecs, { file }, { name: "echecs.csv" });
  return listExport(
    request,
    listTaches,
    { etat },
    {
      name: "travaux.csv",
      row: ({ donnees: _asked, resultat: _result, erreur, ...one }) => ({
        ...one,
        erreur: erreur?.code ?? null,
      }),
    },
  );
}
