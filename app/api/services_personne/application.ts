import { OpenAPIHono } from "@hono/zod-openapi";
import { BASE } from "@/lib/delivery/endpoint-spec";
import { limitRate } from "@/lib/delivery/limit-rate";
import { problemResponse, toRefused } from "@/lib/delivery/problem";
import { localeOf, requestIdOf } from "@/lib/delivery/request-context";
import { Refused } from "@/lib/foundation/errors";
import { activiteRoutes } from "./resources/activites";
import { agenceRoutes } from "./resources/agences";
import { attestationRoutes } from "./resources/attestations";
import { auditRoutes } from "./resources/audit";
import { authRoutes } from "./resources/auth";
import { avisRoutes } from "./resources/avis";
import { cleRoutes } from "./resources/cles";
import { clientRoutes } from "./resources/clients";
import { contratRoutes } from "./resources/contrats";
import { courrielRoutes } from "./resources/courriels";
import { devisRoutes } from "./resources/devis";
import { documentRoutes } from "./resources/document";
import { factureRoutes } from "./resources/factures";
import { iaRoutes } from "./resources/ia";
import { importRoutes } from "./resources/imports";
import { incidentRoutes } from "./resources/incidents";
import { integriteRoutes } from "./resources/integrite";
import { intervenantRoutes } from "./resources/intervenants";
import { moiRoutes } from "./resources/moi";
import { notificationRoutes } from "./resources/notifications";
import { notificationStream } from "./resources/notifications-flux";
import { openDataRoutes } from "./resources/open-data";
import { parametreRoutes } from "./resources/parametres";
import { planningRoutes } from "./resources/plannings";
import { pluginRoutes } from "./resources/plugins";
import { prestationRoutes } from "./resources/prestations";
import { rapportRoutes } from "./resources/rapports";
import { reservationRoutes } from "./resources/reservations";
import { rgpdRoutes } from "./resources/rgpd";
import { santeRoutes } from "./resources/sante";
import { serieRoutes } from "./resources/series";
import { sessionRoutes } from "./resources/sessions";
import { tacheRoutes } from "./resources/taches";
import { utilisateurRoutes } from "./resources/utilisateurs";
import { webhookRoutes } from "./resources/webhooks";

/** The REST API: one application behind both doors (the fast one in front of Next, and the catch-all route). */
export const api = new OpenAPIHono({ strict: false }).basePath(BASE);
api.use("*", limitRate);

const resources = [
  santeRoutes,
  authRoutes,
  moiRoutes,
  notificationRoutes,
  notificationStream,
  courrielRoutes,
  tacheRoutes,
  clientRoutes,
  agenceRoutes,
  utilisateurRoutes,
  sessionRoutes,
  factureRoutes,
  attestationRoutes,
  auditRoutes,
  activiteRoutes,
  devisRoutes,
  pluginRoutes,
  prestationRoutes,
  serieRoutes,
  reservationRoutes,
  parametreRoutes,
  planningRoutes,
  rapportRoutes,
  intervenantRoutes,
  contratRoutes,
  avisRoutes,
  iaRoutes,
  importRoutes,
  openDataRoutes,
  webhookRoutes,
  cleRoutes,
  rgpdRoutes,
  incidentRoutes,
  integriteRoutes,
  documentRoutes,
];
for (const register of resources) register(api);

const unsafeVerbs = ["GET", "POST", "PATCH", "PUT", "DELETE"];

api.notFound((c) => {
  const allowed = unsafeVerbs.filter((method) => matches(method, c.req.path));
  const refusal =
    allowed.length > 0
      ? new Refused("methodNotAllowed", {
          headers: { Allow: allowed.join(", ") },
          params: { allowed: allowed.join(", ") },
        })
      : new Refused("notFound");
  return problemResponse(refusal, localeOf(c.req.raw), c.req.path, requestIdOf(c.req.raw));
});

api.onError((error, c) => {
  const requestId = requestIdOf(c.req.raw);
  return problemResponse(toRefused(error, requestId), localeOf(c.req.raw), c.req.path, requestId);
});

/** Whether some resource answers `method` at `path`, with or without the final slash. */
function matches(method: string, path: string): boolean {
  const [found] = api.router.match(method, path.replace(/\/$/, ""));
  // What counts requests stands before every address and answers none.
  return found.some(([[, route]]) => route.method !== "ALL");
}
