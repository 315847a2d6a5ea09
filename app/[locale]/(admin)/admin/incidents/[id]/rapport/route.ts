import { fileResponse } from "@/lib/delivery/file-response";
import { reportIncident } from "@/lib/incidents/report-incident";

type Params = { params: Promise<{ id: string }> };

/** The report of one incident for the authority, as a page to print. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { id } = await params;
  return fileResponse(request, reportIncident, { id }, { type: "text/html; charset=utf-8" });
}
