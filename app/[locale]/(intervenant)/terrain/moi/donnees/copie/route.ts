import { fileResponse } from "@/lib/delivery/file-response";
import { pageAccount } from "@/lib/delivery/page";
import { exportIntervenant } from "@/lib/rgpd/export-intervenant";

/** Everything held about the intervenant who asks, as one archive. */
export async function GET(request: Request): Promise<Response> {
  const id = (await pageAccount())?.actor.intervenantId ?? 0;
  return fileResponse(request, exportIntervenant, { id }, { type: "application/zip" });
}
