import { reportFile } from "../../../../../(gestionnaire)/gestion/rapports/report-file";

export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  return reportFile(request, (await params).id);
}
