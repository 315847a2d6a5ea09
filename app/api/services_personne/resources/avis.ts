import type { OpenAPIHono } from "@hono/zod-openapi";
import { answerAvis } from "@/lib/avis/answer-avis";
import { createAvis } from "@/lib/avis/create-avis";
import { listAvis } from "@/lib/avis/list-avis";
import { listDossiers } from "@/lib/avis/list-dossiers";
import { moderateAvis } from "@/lib/avis/moderate-avis";
import { readAvis } from "@/lib/avis/read-avis";
import { avisDossierShape, avisPage } from "@/lib/avis/schemas";
import { updateAvis } from "@/lib/avis/update-avis";
import { endpoint } from "@/lib/delivery/endpoint";
import { pageOf } from "@/lib/delivery/endpoint-spec";

const tag = "avis";

export function avisRoutes(api: OpenAPIHono): void {
  endpoint(api, "get", "/avis/", {
    tag,
    summary: { fr: "Lire les avis publiés", en: "Read published reviews" },
    operation: listAvis,
    response: avisPage,
    list: true,
  });
  endpoint(api, "post", "/avis/", {
    tag,
    summary: { fr: "Donner son avis sur une visite validée", en: "Review a validated visit" },
    operation: createAvis,
    response: avisDossierShape,
    status: 201,
    location: (avis) => `/avis/${avis.id}/`,
  });
  // Before the line of one review, whose id would take the word.
  endpoint(api, "get", "/avis/dossiers/", {
    tag,
    summary: { fr: "Suivre les avis dans tous leurs états", en: "Follow reviews in every state" },
    operation: listDossiers,
    response: pageOf(avisDossierShape),
    list: true,
  });
  endpoint(api, "get", "/avis/{id}/", {
    tag,
    summary: { fr: "Lire un avis et son état", en: "Read a review and its state" },
    operation: readAvis,
    response: avisDossierShape,
  });
  endpoint(api, "patch", "/avis/{id}/", {
    tag,
    summary: { fr: "Modifier son avis avant relecture", en: "Change one's review before it is checked" },
    operation: updateAvis,
    response: avisDossierShape,
  });
  moderationRoutes(api);
}

function moderationRoutes(api: OpenAPIHono): void {
  endpoint(api, "post", "/avis/{id}/moderation/", {
    tag,
    summary: { fr: "Publier ou refuser un avis", en: "Publish or refuse a review" },
    operation: moderateAvis,
    response: avisDossierShape,
    status: 201,
    location: (avis) => `/avis/${avis.id}/`,
  });
  endpoint(api, "post", "/avis/{id}/reponse/", {
    tag,
    summary: { fr: "Répondre à un avis", en: "Answer a review" },
    operation: answerAvis,
    response: avisDossierShape,
    status: 201,
    location: (avis) => `/avis/${avis.id}/`,
  });
}
