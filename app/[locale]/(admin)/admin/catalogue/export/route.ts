import { listActivites } from "@/lib/activites/list-activites";
import { listExport } from "@/lib/delivery/list-export";
import { searchInput } from "@/lib/delivery/page";

/** The catalogue with the filters of its screen and the price of the agency chosen, as a spreadsheet reads it. */
export function GET(request: Request): Promise<Response> {
  const { agence, famille, q } = searchInput(Object.fromEntries(new URL(request.url).searchParams));
  return listExport(
    request,
    listActivites,
    { famille, q },
    {
      name: "catalogue.csv",
      row: ({ prix, libelles: _names, libelles_legaux: _legal, ...one }) => {
        const own = prix.find(({ agence_id }) => String(agence_id) === agence);
        return {
          ...one,
          prix_horaire_ttc: own?.prix_horaire_ttc ?? null,
          devise: own?.devise ?? null,
          taux_tva: own?.taux_tva ?? null,
          du: own?.du ?? null,
        };
      },
    },
  );
}
