import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { endpoint } from "@/lib/delivery/endpoint";
import { pageOf, type Representation } from "@/lib/delivery/endpoint-spec";
import { createAvoir } from "@/lib/factures/create-avoir";
import { createPaiement } from "@/lib/factures/create-paiement";
import { deleteFacture } from "@/lib/factures/delete-facture";
import { exportFactures } from "@/lib/factures/export-factures";
import { issueFacture } from "@/lib/factures/issue-facture";
import { listFactures } from "@/lib/factures/list-factures";
import { listPaiements } from "@/lib/factures/list-paiements";
import { prepareFacture } from "@/lib/factures/prepare-facture";
import { previewFactures } from "@/lib/factures/preview-factures";
import { readFacture } from "@/lib/factures/read-facture";
import { factureShape, factureSummary, paiementShape, previewShape } from "@/lib/factures/schemas";
import type { Context } from "@/lib/foundation/context";

const tag = "factures";

async function pdf(ctx: Context, which: { id?: number; client_id?: string }): Promise<Representation> {
  const { name, bytes } = await exportFactures(ctx, which);
  return { body: new Uint8Array(bytes), headers: { "Content-Disposition": `inline; filename="${name}"` } };
}

export function factureRoutes(api: OpenAPIHono): void {
  endpoint(api, "get", "/factures/", {
    tag,
    summary: {
      fr: "Lister les factures ; en PDF, celles d'un client",
      en: "List invoices; as PDF, a client's own",
    },
    operation: listFactures,
    response: pageOf(factureSummary),
    list: true,
    representations: {
      "application/pdf": (_page, ctx, request) =>
        pdf(ctx, { client_id: new URL(request.url).searchParams.get("client_id") ?? undefined }),
    },
  });
  endpoint(api, "post", "/factures/", {
    tag,
    summary: { fr: "Préparer le brouillon d'un mois", en: "Prepare a month's draft" },
    operation: prepareFacture,
    response: factureShape,
    status: 201,
    location: (facture) => `/factures/${facture.id}/`,
  });
  endpoint(api, "get", "/factures/preparation/", {
    tag,
    summary: { fr: "Prévoir la facturation d'un mois", en: "Preview a month's invoicing" },
    operation: previewFactures,
    response: previewShape,
  });
  endpoint(api, "get", "/factures/{id}/", {
    tag,
    summary: { fr: "Lire une facture (JSON ou PDF)", en: "Read an invoice (JSON or PDF)" },
    operation: readFacture,
    response: factureShape,
    representations: { "application/pdf": (facture, ctx) => pdf(ctx, { id: facture.id }) },
  });
  endpoint(api, "delete", "/factures/{id}/", {
    tag,
    summary: { fr: "Supprimer un brouillon", en: "Delete a draft" },
    operation: deleteFacture,
    response: z.null(),
    status: 204,
  });
  endpoint(api, "post", "/factures/{id}/emission/", {
    tag,
    summary: { fr: "Émettre : numéroter et figer", en: "Issue: number and freeze" },
    operation: issueFacture,
    response: factureShape,
    status: 201,
    location: (facture) => `/factures/${facture.id}/`,
  });
  endpoint(api, "post", "/factures/{id}/avoir/", {
    tag,
    summary: {
      fr: "Établir un avoir, sur toute la facture ou sur des lignes",
      en: "Issue a credit note, for the whole invoice or for lines",
    },
    operation: createAvoir,
    response: factureShape,
    status: 201,
    location: (avoir) => `/factures/${avoir.id}/`,
  });
  paiementRoutes(api);
}

function paiementRoutes(api: OpenAPIHono): void {
  endpoint(api, "get", "/factures/{id}/paiements/", {
    tag,
    summary: { fr: "Lister les paiements d'une facture", en: "List an invoice's payments" },
    operation: listPaiements,
    response: pageOf(paiementShape),
    list: true,
  });
  endpoint(api, "post", "/factures/{id}/paiements/", {
    tag,
    summary: { fr: "Enregistrer un paiement", en: "Record a payment" },
    operation: createPaiement,
    response: paiementShape,
    status: 201,
    location: (paiement) => `/factures/${paiement.facture_id}/paiements/`,
  });
}
