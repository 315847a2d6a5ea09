import { browserContext } from "@/lib/delivery/action";
import { fileResponse } from "@/lib/delivery/file-response";
import { listFile } from "@/lib/delivery/list-file";
import { searchInput } from "@/lib/delivery/page";
import { exportSeries } from "@/lib/plannings/series/export-series";
import { listInputOf } from "../views";

/** The list of series with its filters, as a spreadsheet reads it. */
export async function GET(request: Request): Promise<Response> {
  const params = searchInput(Object.fromEntries(new URL(request.url).searchParams));
  const { actor } = await browserContext();
  const input = actor.role === "guest" ? {} : listInputOf(params);
  return fileResponse(request, exportSeries, input, {
    type: "text/csv; charset=utf-8",
    file: (list, ctx) => listFile("series.csv", list, ctx),
  });
}
