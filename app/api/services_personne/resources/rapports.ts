import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { endpoint } from "@/lib/delivery/endpoint";
import { pageOf, type Representation } from "@/lib/delivery/endpoint-spec";
import { listCsv } from "@/lib/delivery/list-file";
import type { Context } from "@/lib/foundation/context";
import { tacheShape } from "@/lib/organisation/schemas-tache";
import { createProgrammation } from "@/lib/rapports/create-programmation";
import { deleteProgrammation } from "@/lib/rapports/delete-programmation";
import { exportRapport } from "@/lib/rapports/export-rapport";
import { listProgrammations } from "@/lib/rapports/list-programmations";
import { listRapports } from "@/lib/rapports/list-rapports";
import { readRapport } from "@/lib/rapports/read-rapport";
import { requestRapport } from "@/lib/rapports/request-rapport";
import { programmationShape } from "@/lib/rapports/schemas-programmation";
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
    summary: {
      fr: "Faire établir un rapport (la tâche terminée dit son numéro)",
      en: "Have a report run (the finished work tells its id)",
    },
    operation: requestRapport,
    response: tacheShape,
    status: 202,
    location: (tache) => `/taches/${tache.id}/`,
  });
  programmationRoutes(api);
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

/** Before the reports by id: a name is no number. */
function programmationRoutes(api: OpenAPIHono): void {
  endpoint(api, "get", "/rapports/programmations/", {
    tag,
    summary: { fr: "Lister les rapports programmés", en: "List scheduled reports" },
    operation: listProgrammations,
    response: pageOf(programmationShape),
    list: true,
  });
  endpoint(api, "post", "/rapports/programmations/", {
    tag,
    summary: { fr: "Programmer un rapport", en: "Schedule a report" },
    operation: createProgrammation,
    response: programmationShape,
    status: 201,
    location: () => "/rapports/programmations/",
  });
  endpoint(api, "delete", "/rapports/programmations/{id}/", {
    tag,
    summary: { fr: "Arrêter un rapport programmé", en: "Stop a scheduled report" },
    operation: deleteProgrammation,
    response: z.null(),
    status: 204,
  });
}
