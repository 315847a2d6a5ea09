import { fileResponse } from "@/lib/delivery/file-response";
import { exportFactures } from "@/lib/factures/export-factures";

/** The stored PDF of one issued invoice. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return fileResponse(request, exportFactures, { id });
}
