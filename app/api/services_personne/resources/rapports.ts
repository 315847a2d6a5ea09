import type { OpenAPIHono } from "@hono/zod-openapi";
import { endpoint } from "@/lib/delivery/endpoint";
import type { Representation } from "@/lib/delivery/endpoint-spec";
import { listCsv } from "@/lib/delivery/list-file";
import type { Context } from "@/lib/foundation/context";
import { createRapport } from "@/lib/rapports/create-rapport";
import { exportRapport } from "@/lib/rapports/export-rapport";
import { listRapports } from "@/lib/rapports/list-rapports";
import { readRapport } from "@/lib/rapports/read-rapport";
import { rapportPage, rapportShape } from "@/lib/rapports/schemas-rapport";

const tag = "rapports";

async function csv({ id }: { id: number }, ctx: Context): Promise<Representation> {
  const { rows, nom } = await exportRapport(ctx, { id, format: "csv" });
  const headers = { "Content-Disposition": `attachment; filename="${nom}"` };
  return { body: listCsv({ rows, truncated: false }, ctx), headers };
}

async function pdf({ id }: { id: number }, ctx: Context): Promise<Representation> {
  const { pages, nom } = await exportRapport(ctx, { id, format: "pdf" });
  return {
    body: new Uint8Array(pages ?? []),
    headers: { "Content-Disposition": `inline; filename="${nom}"` },
  };
}

export function rapportRoutes(api: OpenAPIHono): void {
  endpoint(api, "get", "/rapports/", {
    tag,
    summary: {
      fr: "Lister les rapports déjà établis, et ceux qui peuvent l'être",
      en: "List reports already run, and those that can be",
    },
    operation: listRapports,
    response: rapportPage,
    list: true,
  });
  endpoint(api, "post", "/rapports/", {
    tag,
    summary: { fr: "Établir un rapport", en: "Run a report" },
    operation: createRapport,
    response: rapportShape,
    status: 201,
    location: (rapport) => `/rapports/${rapport.id}/`,
  });
  endpoint(api, "get", "/rapports/{id}/", {
    tag,
    summary: {
      fr: "Lire un rapport établi (JSON, CSV ou PDF)",
      en: "Read a report already run (JSON, CSV or PDF)",
    },
    operation: readRapport,
    response: rapportShape,
    representations: { "text/csv": csv, "application/pdf": pdf },
  });
}
