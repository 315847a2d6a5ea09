import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { toCsv } from "@/lib/delivery/csv";
import { endpoint } from "@/lib/delivery/endpoint";
import { pageOf } from "@/lib/delivery/endpoint-spec";
import { exportAudit } from "@/lib/oversight/export-audit";
import { listAudit } from "@/lib/oversight/list-audit";
import { readAudit } from "@/lib/oversight/read-audit";
import { auditDetail, auditShape } from "@/lib/oversight/schemas";

const tag = "audit";

export function auditRoutes(api: OpenAPIHono): void {
  endpoint(api, "get", "/audit/", {
    tag,
    summary: { fr: "Lire le journal (JSON, CSV)", en: "Read the log (JSON, CSV)" },
    operation: listAudit,
    response: pageOf(auditShape),
    list: true,
  });
  endpoint(api, "get", "/audit/export/", {
    tag,
    summary: { fr: "Exporter le journal (JSON, CSV)", en: "Export the log (JSON, CSV)" },
    operation: exportAudit,
    response: z.object({ format: z.string(), entries: z.array(auditShape) }),
    representations: {
      "text/csv": ({ entries }) => ({
        body: toCsv(entries),
        headers: { "Content-Disposition": 'attachment; filename="journal.csv"' },
      }),
    },
  });
  endpoint(api, "get", "/audit/{id}/", {
    tag,
    summary: { fr: "Lire une entrée avec sa preuve", en: "Read one entry with its proof" },
    operation: readAudit,
    response: auditDetail,
  });
}
