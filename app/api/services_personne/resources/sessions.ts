import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { endpoint } from "@/lib/delivery/endpoint";
import { endOtherSessions } from "@/lib/organisation/sessions/end-other-sessions";
import { endOneSession } from "@/lib/organisation/sessions/end-session";
import { endSessionsOf } from "@/lib/organisation/sessions/end-sessions-of";
import { listSessions } from "@/lib/organisation/sessions/list-sessions";
import { listSessionsOf } from "@/lib/organisation/sessions/list-sessions-of";
import { sessionsShape } from "@/lib/organisation/sessions/schemas";

const tag = "moi";

/** Where accounts are open: one's own, and for an admin those of everyone. */
export function sessionRoutes(api: OpenAPIHono): void {
  endpoint(api, "get", "/moi/sessions/", {
    tag,
    summary: { fr: "Où mon compte est ouvert", en: "Where my account is open" },
    operation: listSessions,
    response: sessionsShape,
  });
  endpoint(api, "post", "/moi/sessions/fermeture/", {
    tag,
    summary: { fr: "Fermer toutes mes autres sessions", en: "End all my other sessions" },
    operation: endOtherSessions,
    response: z.object({ fermees: z.number().int() }),
  });
  endpoint(api, "delete", "/moi/sessions/{id}/", {
    tag,
    summary: { fr: "Fermer une de mes sessions", en: "End one of my sessions" },
    operation: endOneSession,
    response: z.object({}),
    status: 204,
  });
  endpoint(api, "get", "/utilisateurs/{id}/sessions/", {
    tag: "utilisateurs",
    summary: { fr: "Où un compte est ouvert", en: "Where an account is open" },
    operation: listSessionsOf,
    response: sessionsShape,
  });
  endpoint(api, "delete", "/utilisateurs/{id}/sessions/", {
    tag: "utilisateurs",
    summary: { fr: "Fermer toutes les sessions d’un compte", en: "End all sessions of an account" },
    operation: endSessionsOf,
    response: z.object({}),
    status: 204,
  });
}
