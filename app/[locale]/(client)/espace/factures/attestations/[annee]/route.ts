import { browserContext } from "@/lib/delivery/action";
import { fileResponse } from "@/lib/delivery/file-response";
import { exportAttestation } from "@/lib/factures/export-attestations";

/** The client's own tax certificate of a year. */
export async function GET(request: Request, { params }: { params: Promise<{ annee: string }> }) {
  const [{ annee }, { actor }] = await Promise.all([params, browserContext()]);
  return fileResponse(request, exportAttestation, { annee, client_id: actor.clientId });
}
