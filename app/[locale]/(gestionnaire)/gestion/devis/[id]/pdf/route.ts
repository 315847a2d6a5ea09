import { fileResponse } from "@/lib/delivery/file-response";
import { exportDevis } from "@/lib/factures/export-devis";

/** The PDF of a quote that was sent. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return fileResponse(request, exportDevis, { id });
}
