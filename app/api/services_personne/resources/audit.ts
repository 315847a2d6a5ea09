import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { endpoint } from "@/lib/delivery/endpoint";
import { pageOf } from "@/lib/delivery/endpoint-spec";
import { streamLines } from "@/lib/delivery/stream-lines";
import { csvOf, jsonOf, ndjsonOf, streamed } from "@/lib/delivery/stream-list";
import { exportAudit } from "@/lib/oversight/export-audit";
import { exportProof } from "@/lib/oversight/export-proof";
import { listAudit } from "@/lib/oversight/list-audit";
import { readAudit } from "@/lib/oversight/read-audit";
import { readCheckpoint } from "@/lib/oversight/read-checkpoint";
import { readHistory } from "@/lib/oversight/read-history";
import { auditDetail, auditShape, auditVerification } from "@/lib/oversight/schemas";
import { historyEntry, historyObject, historyVerification } from "@/lib/oversight/schemas-history";
import { verifyAudit } from "@/lib/oversight/verify-audit";
import { verifyHistory } from "@/lib/oversight/verify-history";
import { auditFiltreRoutes } from "./audit-filtres";

const tag = "audit";
/** For everybody the same, and newer soon. */
const shortly = { "Cache-Control": "public, max-age=5" };

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
    summary: { fr: "Exporter le journal (JSON, CSV, NDJSON)", en: "Export the log (JSON, CSV, NDJSON)" },
    operation: exportAudit,
    response: z.object({ format: z.string(), entries: z.array(auditShape) }),
    representations: {
      "application/json": ({ pages, format }) =>
        streamed(jsonOf(pages(), `{"format":${JSON.stringify(format)},"entries":[`, "]}"), "journal.json"),
      "text/csv": ({ pages }) => streamed(csvOf(pages()), "journal.csv"),
      "application/x-ndjson": ({ pages }) => streamed(ndjsonOf(pages()), "journal.ndjson"),
    },
  });
  proofRoutes(api);
  historyRoutes(api);
  auditFiltreRoutes(api);
  endpoint(api, "get", "/audit/verification/", {
    tag,
    summary: { fr: "Vérifier que rien n’a été altéré", en: "Verify that nothing was altered" },
    operation: verifyAudit,
    response: auditVerification,
  });
  endpoint(api, "get", "/audit/{id}/", {
    tag,
    summary: { fr: "Lire une entrée avec sa preuve", en: "Read one entry with its proof" },
    operation: readAudit,
    response: auditDetail,
  });
}

/** One object and what belongs to it. */
function historyRoutes(api: OpenAPIHono): void {
  endpoint(api, "get", "/audit/historique/", {
    tag,
    summary: {
      fr: "Lire tout ce qui est arrivé à un objet (JSON, CSV)",
      en: "Read everything that happened to one object (JSON, CSV)",
    },
    operation: readHistory,
    response: pageOf(historyEntry).extend({ objets: z.array(historyObject) }),
    list: true,
  });
  endpoint(api, "get", "/audit/historique/verification/", {
    tag,
    summary: {
      fr: "Vérifier que l’historique d’un objet n’a pas été altéré",
      en: "Verify that the history of an object was not altered",
    },
    operation: verifyHistory,
    response: historyVerification,
  });
}

/** What outsiders verify the log with; before `/audit/{id}/`, which would take their names for ids. */
function proofRoutes(api: OpenAPIHono): void {
  endpoint(api, "get", "/audit/preuve/", {
    tag,
    summary: {
      fr: "Exporter le journal sous sa forme vérifiable (NDJSON)",
      en: "Export the log in its verifiable form (NDJSON)",
    },
    operation: exportProof,
    response: z.string(),
    fileOnly: true,
    representations: {
      "application/x-ndjson": ({ lines }) => ({
        body: streamLines(lines()),
        headers: { "Content-Disposition": 'attachment; filename="journal-preuve.ndjson"' },
      }),
    },
  });
  endpoint(api, "get", "/audit/checkpoint/", {
    tag,
    summary: {
      fr: "Lire le dernier point de contrôle signé du journal",
      en: "Read the log’s newest signed checkpoint",
    },
    operation: readCheckpoint,
    response: z.string(),
    fileOnly: true,
    representations: { "text/plain": ({ texte }) => ({ body: texte, headers: shortly }) },
  });
  endpoint(api, "get", "/audit/cle/", {
    tag,
    summary: {
      fr: "Lire la clé publique qui vérifie les points de contrôle",
      en: "Read the public key that verifies the checkpoints",
    },
    operation: readCheckpoint,
    operationId: "audit.readKey",
    response: z.string(),
    fileOnly: true,
    representations: { "text/plain": ({ cle }) => ({ body: `${cle}\n`, headers: shortly }) },
  });
}
