import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { endpoint } from "@/lib/delivery/endpoint";
import { pageOf } from "@/lib/delivery/endpoint-spec";
import { createWebhook } from "@/lib/interop/create-webhook";
import { deleteWebhook } from "@/lib/interop/delete-webhook";
import { listLivraisons } from "@/lib/interop/list-livraisons";
import { listWebhooks } from "@/lib/interop/list-webhooks";
import { readWebhook } from "@/lib/interop/read-webhook";
import { replayLivraison } from "@/lib/interop/replay-livraison";
import { rotateWebhook } from "@/lib/interop/rotate-webhook";
import { livraisonShape, webhookShape, webhookWithSecret } from "@/lib/interop/schemas";
import { testWebhook } from "@/lib/interop/test-webhook";
import { updateWebhook } from "@/lib/interop/update-webhook";

const tag = "webhooks";

export function webhookRoutes(api: OpenAPIHono): void {
  endpoint(api, "get", "/webhooks/", {
    tag,
    summary: { fr: "Lister les webhooks", en: "List webhooks" },
    operation: listWebhooks,
    response: pageOf(webhookShape),
    list: true,
  });
  endpoint(api, "post", "/webhooks/", {
    tag,
    summary: {
      fr: "Abonner une adresse à des événements ; son secret n’est montré qu’ici",
      en: "Subscribe an address to events; its secret is shown here only",
    },
    operation: createWebhook,
    response: webhookWithSecret,
    status: 201,
    location: (webhook) => `/webhooks/${webhook.id}/`,
  });
  endpoint(api, "get", "/webhooks/{id}/", {
    tag,
    summary: { fr: "Lire un webhook", en: "Read a webhook" },
    operation: readWebhook,
    response: webhookShape,
  });
  endpoint(api, "patch", "/webhooks/{id}/", {
    tag,
    summary: { fr: "Modifier, arrêter ou remettre en marche", en: "Change, stop or start again" },
    operation: updateWebhook,
    response: webhookShape,
  });
  endpoint(api, "delete", "/webhooks/{id}/", {
    tag,
    summary: { fr: "Supprimer un webhook", en: "Delete a webhook" },
    operation: deleteWebhook,
    response: z.null(),
    status: 204,
  });
  deliveryRoutes(api);
}

function deliveryRoutes(api: OpenAPIHono): void {
  endpoint(api, "post", "/webhooks/{id}/secret/", {
    tag,
    summary: {
      fr: "Changer le secret ; l’ancien signe encore 24 h",
      en: "Change the secret; the former one still signs for 24 h",
    },
    operation: rotateWebhook,
    response: webhookWithSecret,
  });
  endpoint(api, "post", "/webhooks/{id}/test/", {
    tag,
    summary: { fr: "Envoyer un message d’essai", en: "Send a trial message" },
    operation: testWebhook,
    response: livraisonShape,
    status: 202,
  });
  endpoint(api, "get", "/webhooks/{id}/livraisons/", {
    tag,
    summary: { fr: "Lister les messages envoyés", en: "List the messages sent" },
    operation: listLivraisons,
    response: pageOf(livraisonShape),
    list: true,
  });
  endpoint(api, "post", "/webhooks/{id}/rejeu/", {
    tag,
    summary: { fr: "Envoyer un message à nouveau", en: "Send a message again" },
    operation: replayLivraison,
    response: livraisonShape,
    status: 202,
  });
}
