import { fileResponse } from "@/lib/delivery/file-response";
import { exportClient } from "@/lib/rgpd/export-client";

type Props = { params: Promise<{ id: string }> };

/** Everything held about a client, as one archive for them. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { id } = await params;
  return fileResponse(request, exportClient, { id }, { type: "application/zip" });
}
