import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { toCsv } from "@/lib/delivery/csv";
import { endpoint } from "@/lib/delivery/endpoint";
import { readCatalogue } from "@/lib/interop/read-catalogue";
import { readJeu } from "@/lib/interop/read-jeu";
import { readPublication } from "@/lib/interop/read-publication";
import { catalogueShape, type JeuShape, jeuShape, publicationShape } from "@/lib/interop/schemas-open-data";
import { updatePublication } from "@/lib/interop/update-publication";

const tag = "open-data";
const csv = ({ jeu, lignes }: JeuShape) => ({
  body: toCsv(lignes),
  headers: { "Content-Disposition": `attachment; filename="${jeu}.csv"` },
});

export function openDataRoutes(api: OpenAPIHono): void {
  endpoint(api, "get", "/open-data/", {
    tag,
    summary: {
      fr: "Catalogue des données ouvertes (DCAT, JSON-LD)",
      en: "Open data catalogue (DCAT, JSON-LD)",
    },
    operation: readCatalogue,
    response: catalogueShape,
    representations: { "application/ld+json": (catalogue) => ({ body: JSON.stringify(catalogue) }) },
  });
  endpoint(api, "get", "/agences/{id}/donnees-ouvertes/", {
    tag,
    summary: {
      fr: "Savoir si les comptes d’une agence sont publiés",
      en: "Whether an agency’s counts are published",
    },
    operation: readPublication,
    response: publicationShape,
  });
  endpoint(api, "patch", "/agences/{id}/donnees-ouvertes/", {
    tag,
    summary: {
      fr: "Publier ou non les comptes d’une agence",
      en: "Publish an agency’s counts or not",
    },
    operation: updatePublication,
    response: publicationShape,
  });
  endpoint(api, "get", "/open-data/{jeu}/", {
    tag,
    summary: { fr: "Lire un jeu de données ouvertes", en: "Read an open data set" },
    operation: readJeu,
    response: jeuShape,
    representations: { "text/csv": csv },
  });
  endpoint(api, "get", "/open-data/{jeu}/csv/", {
    tag,
    operationId: "openData.readJeuCsv",
    summary: { fr: "Télécharger un jeu de données ouvertes en CSV", en: "Download an open data set as CSV" },
    operation: readJeu,
    response: z.string(),
    fileOnly: true,
    representations: { "text/csv": csv },
  });
}
