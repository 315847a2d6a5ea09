import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { endpoint } from "@/lib/delivery/endpoint";
import { pageOf } from "@/lib/delivery/endpoint-spec";
import { listNotifications } from "@/lib/notifications/list-notifications";
import { notificationShape } from "@/lib/notifications/schemas";
import { updateNotification } from "@/lib/notifications/update-notification";

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
  endpoint(api, "patch", "/notifications/{id}/", {
    tag,
    summary: { fr: "Marquer une notification", en: "Mark one notification" },
    operation: updateNotification,
    response: marked,
  });
}
