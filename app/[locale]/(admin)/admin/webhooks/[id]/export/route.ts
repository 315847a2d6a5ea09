import { listExport } from "@/lib/delivery/list-export";
import { searchInput } from "@/lib/delivery/page";
import { listLivraisons } from "@/lib/interop/list-livraisons";

type Props = { params: Promise<{ id: string }> };

/** What was sent to an address, with the filter of its screen, as a spreadsheet reads it. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { id } = await params;
  const { statut } = searchInput(Object.fromEntries(new URL(request.url).searchParams));
  return listExport(request, listLivraisons, { id, statut }, { name: "livraisons.csv" });
}
