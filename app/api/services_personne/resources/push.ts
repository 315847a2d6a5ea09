import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { endpoint } from "@/lib/delivery/endpoint";
import { listPush } from "@/lib/notifications/list-push";
import { appareilShape, pushShape } from "@/lib/notifications/schemas-push";
import { subscribePush } from "@/lib/notifications/subscribe-push";
import { testPush } from "@/lib/notifications/test-push";
import { unsubscribePush } from "@/lib/notifications/unsubscribe-push";

const tag = "notifications";
const named = z.object({ id: z.number().int() });

export function pushRoutes(api: OpenAPIHono): void {
  endpoint(api, "get", "/notifications/push/", {
    tag,
    summary: { fr: "Mes appareils et la clé pour en ajouter", en: "My devices and the key to add one" },
    operation: listPush,
    response: pushShape,
  });
  endpoint(api, "post", "/notifications/push/", {
    tag,
    summary: { fr: "Recevoir mes notifications sur un appareil", en: "Receive my notifications on a device" },
    operation: subscribePush,
    response: appareilShape,
    status: 201,
  });
  endpoint(api, "post", "/notifications/push/{id}/essai/", {
    tag,
    summary: { fr: "Envoyer un essai à un appareil", en: "Send a test to a device" },
    operation: testPush,
    response: named,
    status: 202,
  });
  endpoint(api, "delete", "/notifications/push/{id}/", {
    tag,
    summary: { fr: "Ne plus rien envoyer à un appareil", en: "Send nothing more to a device" },
    operation: unsubscribePush,
    response: named,
    status: 204,
  });
}
