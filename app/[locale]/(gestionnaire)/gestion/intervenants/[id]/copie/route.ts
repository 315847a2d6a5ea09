import { fileResponse } from "@/lib/delivery/file-response";
import { exportIntervenant } from "@/lib/rgpd/export-intervenant";

type Params = { params: Promise<{ id: string }> };

/** Everything held about an intervenant, to give to them. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { id } = await params;
  return fileResponse(request, exportIntervenant, { id }, { type: "application/zip" });
}
