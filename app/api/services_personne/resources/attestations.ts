import type { OpenAPIHono } from "@hono/zod-openapi";
import { endpoint } from "@/lib/delivery/endpoint";
import { pageOf, type Representation } from "@/lib/delivery/endpoint-spec";
import { exportAttestation, exportAttestations } from "@/lib/factures/export-attestations";
import { listAttestations } from "@/lib/factures/list-attestations";
import { readAttestation } from "@/lib/factures/read-attestation";
import { attestationShape, attestationSummary } from "@/lib/factures/schemas-attestation";

const tag = "attestations";

const file = ({ name, bytes }: { name: string; bytes: Uint8Array }): Representation => ({
  body: new Uint8Array(bytes),
  headers: { "Content-Disposition": `inline; filename="${name}"` },
});

export function attestationRoutes(api: OpenAPIHono): void {
  endpoint(api, "get", "/attestations/", {
    tag,
    summary: {
      fr: "Lister les attestations fiscales d'une année ; en PDF, toutes",
      en: "List the tax certificates of a year; as PDF, all of them",
    },
    operation: listAttestations,
    response: pageOf(attestationSummary),
    list: true,
    representations: {
      "application/pdf": async (_page, ctx, request) => {
        const asked = new URL(request.url).searchParams;
        const agence_id = asked.get("agence_id") ?? undefined;
        return file(await exportAttestations(ctx, { annee: asked.get("annee"), agence_id }));
      },
    },
  });
  endpoint(api, "get", "/attestations/{annee}/{client_id}/", {
    tag,
    summary: {
      fr: "Lire l'attestation fiscale d'un client (JSON ou PDF)",
      en: "Read a client's tax certificate (JSON or PDF)",
    },
    operation: readAttestation,
    response: attestationShape,
    representations: {
      "application/pdf": async ({ annee, client_id }, ctx) =>
        file(await exportAttestation(ctx, { annee, client_id })),
    },
  });
}
