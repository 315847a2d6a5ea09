import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { endpoint } from "@/lib/delivery/endpoint";
import { pageOf } from "@/lib/delivery/endpoint-spec";
import { listAlertes } from "@/lib/notifications/list-alertes";
import { listNotifications } from "@/lib/notifications/list-notifications";
import { readPreferences } from "@/lib/notifications/read-preferences";
import { alerteShape, notificationShape, preferencesShape } from "@/lib/notifications/schemas";
import { updateNotification } from "@/lib/notifications/update-notification";
import { updatePreferences } from "@/lib/notifications/update-preferences";
import { pushRoutes } from "./push";

const tag = "notifications";
const marked = z.object({ modifiees: z.number().int() });

export function notificationRoutes(api: OpenAPIHono): void {
  endpoint(api, "get", "/notifications/", {
    tag,
    summary: { fr: "Lire mes notifications", en: "Read my notifications" },
    operation: listNotifications,
    response: pageOf(notificationShape),
    list: true,
  });
  endpoint(api, "patch", "/notifications/", {
    tag,
    summary: { fr: "Marquer toutes mes notifications", en: "Mark all my notifications" },
    operation: updateNotification,
    operationId: "notification.updateAll",
    response: marked,
  });
  endpoint(api, "get", "/notifications/alertes/", {
    tag,
    summary: { fr: "Lire les alertes en cours", en: "Read the open alerts" },
    operation: listAlertes,
    response: pageOf(alerteShape),
    list: true,
  });
  endpoint(api, "get", "/notifications/preferences/", {
    tag,
    summary: { fr: "Lire mes préférences de notification", en: "Read my notification preferences" },
    operation: readPreferences,
    response: preferencesShape,
  });
  endpoint(api, "patch", "/notifications/preferences/", {
    tag,
    summary: { fr: "Choisir ce qui m’est annoncé", en: "Choose what I am told" },
    operation: updatePreferences,
    response: preferencesShape,
  });
  pushRoutes(api);
  endpoint(api, "patch", "/notifications/{id}/", {
    tag,
    summary: { fr: "Marquer une notification", en: "Mark one notification" },
    operation: updateNotification,
    response: marked,
  });
}
