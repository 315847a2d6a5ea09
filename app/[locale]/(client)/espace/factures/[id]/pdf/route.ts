import { fileResponse } from "@/lib/delivery/file-response";
import { exportFactures } from "@/lib/factures/export-factures";

/** The stored PDF of one of the client's own invoices. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return fileResponse(request, exportFactures, { id });
}
