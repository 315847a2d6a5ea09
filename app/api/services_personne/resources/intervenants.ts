import type { OpenAPIHono } from "@hono/zod-openapi";
import { endpoint } from "@/lib/delivery/endpoint";
import { pageOf } from "@/lib/delivery/endpoint-spec";
import { acceptRemplacement } from "@/lib/ia/remplacements/accept-remplacement";
import { listRemplacements } from "@/lib/ia/remplacements/list-remplacements";
import { remplacementsShape } from "@/lib/ia/remplacements/schemas";
import { createAbsence } from "@/lib/intervenants/create-absence";
import { createIntervenant } from "@/lib/intervenants/create-intervenant";
import { decideAbsence } from "@/lib/intervenants/decide-absence";
import { listAbsences } from "@/lib/intervenants/list-absences";
import { listDisponibilites } from "@/lib/intervenants/list-disponibilites";
import { listIntervenants } from "@/lib/intervenants/list-intervenants";
import { readIntervenant } from "@/lib/intervenants/read-intervenant";
import { replaceDisponibilites } from "@/lib/intervenants/replace-disponibilites";
import { absenceShape, disponibiliteShape, intervenantShape } from "@/lib/intervenants/schemas";
import { updateIntervenant } from "@/lib/intervenants/update-intervenant";
import { withdrawAbsence } from "@/lib/intervenants/withdraw-absence";
import { prestationShape } from "@/lib/prestations/schemas";

const tag = "intervenants";

export function intervenantRoutes(api: OpenAPIHono): void {
  endpoint(api, "get", "/intervenants/", {
    tag,
    summary: { fr: "Rechercher des intervenants", en: "Search intervenants" },
    operation: listIntervenants,
    response: pageOf(intervenantShape),
    list: true,
  });
  endpoint(api, "post", "/intervenants/", {
    tag,
    summary: { fr: "Créer un intervenant", en: "Create an intervenant" },
    operation: createIntervenant,
    response: intervenantShape,
    status: 201,
    location: (intervenant) => `/intervenants/${intervenant.id}/`,
  });
  endpoint(api, "get", "/intervenants/{id}/", {
    tag,
    summary: { fr: "Lire un intervenant", en: "Read an intervenant" },
    operation: readIntervenant,
    response: intervenantShape,
  });
  endpoint(api, "patch", "/intervenants/{id}/", {
    tag,
    summary: { fr: "Modifier un intervenant", en: "Change an intervenant" },
    operation: updateIntervenant,
    response: intervenantShape,
  });
  agendaRoutes(api);
}

function agendaRoutes(api: OpenAPIHono): void {
  endpoint(api, "get", "/intervenants/{intervenant_id}/disponibilites/", {
    tag: "disponibilites",
    summary: { fr: "Lire les disponibilités de la semaine", en: "Read weekly availability" },
    operation: listDisponibilites,
    response: pageOf(disponibiliteShape),
    list: true,
  });
  endpoint(api, "put", "/intervenants/{intervenant_id}/disponibilites/", {
    tag: "disponibilites",
    summary: { fr: "Remplacer les disponibilités de la semaine", en: "Replace weekly availability" },
    operation: replaceDisponibilites,
    response: pageOf(disponibiliteShape),
  });
  for (const path of ["/absences/", "/intervenants/{intervenant_id}/absences/"] as const) {
    const operationId = path === "/absences/" ? undefined : "intervenant.absence";
    endpoint(api, "get", path, {
      tag: "absences",
      summary: { fr: "Lister les absences", en: "List absences" },
      operation: listAbsences,
      operationId: operationId && `${operationId}.list`,
      response: pageOf(absenceShape),
      list: true,
    });
    endpoint(api, "post", path, {
      tag: "absences",
      summary: { fr: "Demander ou enregistrer une absence", en: "Request or record an absence" },
      operation: createAbsence,
      operationId: operationId && `${operationId}.create`,
      response: absenceShape,
      status: 201,
      location: (absence) => `/absences/?intervenant_id=${absence.intervenant_id}`,
    });
  }
  endpoint(api, "post", "/absences/{id}/decision/", {
    tag: "absences",
    summary: { fr: "Approuver ou refuser une absence", en: "Approve or refuse an absence" },
    operation: decideAbsence,
    response: absenceShape,
  });
  endpoint(api, "post", "/absences/{id}/retrait/", {
    tag: "absences",
    summary: {
      fr: "Retirer une absence ; les visites confiées à d'autres leur restent",
      en: "Withdraw an absence; visits given to others stay with them",
    },
    operation: withdrawAbsence,
    response: absenceShape,
  });
  endpoint(api, "get", "/absences/{id}/remplacements/", {
    tag: "absences",
    summary: {
      fr: "Lister les visites à remplacer, avec qui pourrait les faire et pourquoi",
      en: "List the visits to replace, with who could make them and why",
    },
    operation: listRemplacements,
    response: remplacementsShape,
  });
  endpoint(api, "post", "/absences/{id}/remplacements/", {
    tag: "absences",
    summary: {
      fr: "Confier une visite à quelqu'un d'autre, ou la laisser à pourvoir",
      en: "Give a visit to somebody else, or leave it open",
    },
    operation: acceptRemplacement,
    response: prestationShape,
  });
}
