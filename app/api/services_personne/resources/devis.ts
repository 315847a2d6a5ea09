import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { simulationShape } from "@/lib/activites/schemas";
import { simulateDevis } from "@/lib/activites/simulate-devis";
import { endpoint } from "@/lib/delivery/endpoint";
import { pageOf, type Representation } from "@/lib/delivery/endpoint-spec";
import { acceptDevis } from "@/lib/factures/accept-devis";
import { createDevis } from "@/lib/factures/create-devis";
import { deleteDevis } from "@/lib/factures/delete-devis";
import { exportDevis } from "@/lib/factures/export-devis";
import { listDevis } from "@/lib/factures/list-devis";
import { previewDevis } from "@/lib/factures/preview-devis";
import { readDevis } from "@/lib/factures/read-devis";
import { refuseDevis } from "@/lib/factures/refuse-devis";
import { devisPreviewShape, devisShape, devisSummary } from "@/lib/factures/schemas-devis";
import { sendDevis } from "@/lib/factures/send-devis";
import type { Context } from "@/lib/foundation/context";

const tag = "devis";

async function pdf(ctx: Context, id: number): Promise<Representation> {
  const { name, bytes } = await exportDevis(ctx, { id });
  return { body: new Uint8Array(bytes), headers: { "Content-Disposition": `inline; filename="${name}"` } };
}

export function devisRoutes(api: OpenAPIHono): void {
  endpoint(api, "post", "/devis/simulation/", {
    tag,
    summary: {
      fr: "Estimer le prix d'un service, avant et après crédit d'impôt",
      en: "Estimate the price of a service, before and after tax credit",
    },
    operation: simulateDevis,
    response: simulationShape,
  });
  endpoint(api, "get", "/devis/", {
    tag,
    summary: { fr: "Lister les devis", en: "List quotes" },
    operation: listDevis,
    response: pageOf(devisSummary),
    list: true,
  });
  endpoint(api, "post", "/devis/", {
    tag,
    summary: { fr: "Préparer un devis aux prix du jour", en: "Prepare a quote at the day's prices" },
    operation: createDevis,
    response: devisShape,
    status: 201,
    location: (devis) => `/devis/${devis.id}/`,
  });
  endpoint(api, "post", "/devis/apercu/", {
    tag,
    summary: { fr: "Chiffrer un devis sans l'enregistrer", en: "Price a quote without keeping it" },
    operation: previewDevis,
    response: devisPreviewShape,
  });
  endpoint(api, "get", "/devis/{id}/", {
    tag,
    summary: { fr: "Lire un devis (JSON ou PDF)", en: "Read a quote (JSON or PDF)" },
    operation: readDevis,
    response: devisShape,
    representations: { "application/pdf": (devis, ctx) => pdf(ctx, devis.id) },
  });
  endpoint(api, "delete", "/devis/{id}/", {
    tag,
    summary: { fr: "Supprimer un devis non envoyé", en: "Delete a quote that was not sent" },
    operation: deleteDevis,
    response: z.null(),
    status: 204,
  });
  answerRoutes(api);
}

function answerRoutes(api: OpenAPIHono): void {
  endpoint(api, "post", "/devis/{id}/envoi/", {
    tag,
    summary: { fr: "Envoyer : numéroter et figer", en: "Send: number and freeze" },
    operation: sendDevis,
    response: devisShape,
  });
  endpoint(api, "post", "/devis/{id}/acceptation/", {
    tag,
    summary: {
      fr: "Accepter un devis, ou enregistrer le papier signé",
      en: "Accept a quote, or record the signed paper",
    },
    operation: acceptDevis,
    response: devisShape,
  });
  endpoint(api, "post", "/devis/{id}/refus/", {
    tag,
    summary: { fr: "Refuser un devis", en: "Decline a quote" },
    operation: refuseDevis,
    response: devisShape,
  });
}
