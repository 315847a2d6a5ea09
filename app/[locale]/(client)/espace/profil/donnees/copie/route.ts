import { fileResponse } from "@/lib/delivery/file-response";
import { pageAccount } from "@/lib/delivery/page";
import { exportClient } from "@/lib/rgpd/export-client";

/** Everything held about the person who asks, as one archive. */
export async function GET(request: Request): Promise<Response> {
  const id = (await pageAccount())?.actor.clientId ?? 0;
  return fileResponse(request, exportClient, { id }, { type: "application/zip" });
}
