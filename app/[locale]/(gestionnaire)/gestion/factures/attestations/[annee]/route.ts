import { fileResponse } from "@/lib/delivery/file-response";
import { exportAttestations } from "@/lib/factures/export-attestations";

/** The tax certificates of a year in one file. */
export async function GET(request: Request, { params }: { params: Promise<{ annee: string }> }) {
  const { annee } = await params;
  return fileResponse(request, exportAttestations, { annee });
}
