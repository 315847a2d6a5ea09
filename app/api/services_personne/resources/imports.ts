import type { OpenAPIHono } from "@hono/zod-openapi";
import { toCsv } from "@/lib/delivery/csv";
import { endpoint } from "@/lib/delivery/endpoint";
import { readUpload } from "@/lib/delivery/upload";
import { createImport } from "@/lib/interop/create-import";
import { previewImport } from "@/lib/interop/preview-import";
import { modelRow, readImportModel } from "@/lib/interop/read-import-model";
import { importModelShape, importPreviewShape } from "@/lib/interop/schemas-import";
import { tacheShape } from "@/lib/organisation/schemas-tache";

const tag = "imports";
const csv = ["text/csv"];
const upload = {
  types: [...csv, "multipart/form-data"],
  read: (request: Request) => readUpload(request, csv),
};

export function importRoutes(api: OpenAPIHono): void {
  endpoint(api, "post", "/imports/", {
    tag,
    summary: {
      fr: "Importer un fichier CSV, ou seulement le vérifier (essai)",
      en: "Import a CSV file, or only check it (essai)",
    },
    operation: createImport,
    response: tacheShape,
    status: 202,
    location: (tache) => `/taches/${tache.id}/`,
    upload,
  });
  endpoint(api, "post", "/imports/apercu/", {
    tag,
    summary: { fr: "Lire l’en-tête d’un fichier CSV", en: "Read the headings of a CSV file" },
    operation: previewImport,
    response: importPreviewShape,
    upload,
  });
  endpoint(api, "get", "/imports/modeles/{type}/", {
    tag,
    summary: { fr: "Télécharger un fichier modèle", en: "Download a template file" },
    operation: readImportModel,
    response: importModelShape,
    representations: {
      "text/csv": (model) => ({
        body: toCsv([modelRow(model)]),
        headers: { "Content-Disposition": `attachment; filename="${model.type}s.csv"` },
      }),
    },
  });
}
