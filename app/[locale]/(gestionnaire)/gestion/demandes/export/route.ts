import { listExport } from "@/lib/delivery/list-export";
import { searchInput } from "@/lib/delivery/page";
import { listReservations } from "@/lib/reservations/list-reservations";
import { filtersOf } from "../filters";

/** The list of requests with its filters, as a spreadsheet reads it: the visit asked for on the same line. */
export function GET(request: Request): Promise<Response> {
  const params = searchInput(Object.fromEntries(new URL(request.url).searchParams));
  return listExport(request, listReservations, filtersOf(params), {
    name: "demandes.csv",
    row: ({ prestation, version: _, ...one }) => ({
      ...one,
      client: prestation.client.nom,
      type: prestation.type,
      date: prestation.date,
      fin: prestation.fin,
      intervenant_id: prestation.intervenant?.id ?? null,
      intervenant: prestation.intervenant
        ? `${prestation.intervenant.prenom} ${prestation.intervenant.nom}`.trim()
        : "",
      prix_ttc: prestation.prix_ttc,
      devise: prestation.devise,
    }),
  });
}
