import type { OpenAPIHono } from "@hono/zod-openapi";
import { endpoint } from "@/lib/delivery/endpoint";
import { pageOf } from "@/lib/delivery/endpoint-spec";
import { cancelPrestation } from "@/lib/prestations/cancel-prestation";
import { createPointage } from "@/lib/prestations/create-pointage";
import { createPrestation } from "@/lib/prestations/create-prestation";
import { listPointages } from "@/lib/prestations/list-pointages";
import { listPrestations } from "@/lib/prestations/list-prestations";
import { movePrestation } from "@/lib/prestations/move-prestation";
import { notePrestation } from "@/lib/prestations/note-prestation";
import { readPrestation } from "@/lib/prestations/read-prestation";
import { pointagesShape, prestationShape } from "@/lib/prestations/schemas";
import { updatePrestation } from "@/lib/prestations/update-prestation";
import { validatePrestation } from "@/lib/prestations/validate-prestation";

const tag = "prestations";

export function prestationRoutes(api: OpenAPIHono): void {
  endpoint(api, "get", "/prestations/", {
    tag,
    summary: { fr: "Rechercher des prestations", en: "Search visits" },
    operation: listPrestations,
    response: pageOf(prestationShape),
    list: true,
  });
  endpoint(api, "post", "/prestations/", {
    tag,
    summary: { fr: "Planifier une prestation", en: "Plan a visit" },
    operation: createPrestation,
    response: prestationShape,
    status: 201,
    location: (prestation) => `/prestations/${prestation.id}/`,
  });
  endpoint(api, "get", "/prestations/{id}/", {
    tag,
    summary: { fr: "Lire une prestation", en: "Read a visit" },
    operation: readPrestation,
    response: prestationShape,
  });
  endpoint(api, "patch", "/prestations/{id}/", {
    tag,
    summary: { fr: "Modifier une prestation", en: "Change a visit" },
    operation: updatePrestation,
    response: prestationShape,
  });
  stateRoutes(api);
  pointageRoutes(api);
}

/** Each change of state is a resource of its own, so that no verb hides in a body. */
function stateRoutes(api: OpenAPIHono): void {
  endpoint(api, "post", "/prestations/{id}/annulation/", {
    tag,
    summary: { fr: "Annuler une prestation", en: "Cancel a visit" },
    operation: cancelPrestation,
    response: prestationShape,
    status: 201,
    location: (prestation) => `/prestations/${prestation.id}/`,
  });
  endpoint(api, "post", "/prestations/{id}/deplacement/", {
    tag,
    summary: { fr: "Déplacer une prestation", en: "Move a visit" },
    operation: movePrestation,
    response: prestationShape,
    status: 201,
    location: (prestation) => `/prestations/${prestation.id}/`,
  });
  endpoint(api, "post", "/prestations/{id}/validation/", {
    tag,
    summary: { fr: "Valider une prestation réalisée", en: "Validate a finished visit" },
    operation: validatePrestation,
    response: prestationShape,
    status: 201,
    location: (prestation) => `/prestations/${prestation.id}/`,
  });
  endpoint(api, "post", "/prestations/{id}/note/", {
    tag,
    summary: { fr: "Écrire la note de l’intervenant", en: "Write the intervenant's note" },
    operation: notePrestation,
    response: prestationShape,
    status: 201,
    location: (prestation) => `/prestations/${prestation.id}/`,
  });
}

function pointageRoutes(api: OpenAPIHono): void {
  endpoint(api, "get", "/prestations/{id}/pointages/", {
    tag,
    summary: { fr: "Lire les pointages d’une prestation", en: "Read the clock-ins of a visit" },
    operation: listPointages,
    response: pointagesShape,
  });
  endpoint(api, "post", "/prestations/{id}/pointages/", {
    tag,
    summary: { fr: "Pointer l’arrivée ou le départ", en: "Clock an arrival or a departure" },
    operation: createPointage,
    response: prestationShape,
    status: 201,
    location: (prestation) => `/prestations/${prestation.id}/pointages/`,
  });
}
