import { BASE } from "@/lib/delivery/endpoint-spec";
import { api } from "../../services_personne/application";

const paths = new Map([
  ["checkpoint", "audit/checkpoint"],
  ["key", "audit/cle"],
]);
type Route = { params: Promise<{ document: string }> };

/** The log's checkpoint and key below /.well-known/audit: the API's own answers, at the address where outsiders look. */
async function serve(request: Request, { params }: Route): Promise<Response> {
  const { document } = await params;
  // Any other name is one that the API does not know either.
  const path = paths.get(document) ?? `inconnu/${document}`;
  return api.fetch(new Request(new URL(`${BASE}/${path}/`, request.url), request));
}

export const dynamic = "force-dynamic";
export { serve as GET, serve as HEAD };
