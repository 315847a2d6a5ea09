import type { OpenAPIHono } from "@hono/zod-openapi";
import { endpoint } from "@/lib/delivery/endpoint";
import { pageOf } from "@/lib/delivery/endpoint-spec";
import { amendContrat } from "@/lib/intervenants/contrats/amend-contrat";
import { createContrat } from "@/lib/intervenants/contrats/create-contrat";
import { endContrat } from "@/lib/intervenants/contrats/end-contrat";
import { listContrats } from "@/lib/intervenants/contrats/list-contrats";
import { contratShape } from "@/lib/intervenants/contrats/schemas";
import { chooseConvention } from "@/lib/organisation/conventions/choose-convention";
import { listRegles } from "@/lib/organisation/conventions/list-regles";
import { reglesShape } from "@/lib/organisation/conventions/schemas";
import { updateRegle } from "@/lib/organisation/conventions/update-regle";
import { listCompteurs } from "@/lib/plannings/compteurs/list-compteurs";
import { compteursShape } from "@/lib/plannings/compteurs/schemas";

export function contratRoutes(api: OpenAPIHono): void {
  const tag = "contrats";
  endpoint(api, "get", "/contrats/", {
    tag,
    summary: { fr: "Lister les contrats de travail", en: "List work contracts" },
    operation: listContrats,
    response: pageOf(contratShape),
    list: true,
  });
  endpoint(api, "post", "/contrats/", {
    tag,
    summary: { fr: "Enregistrer un contrat de travail", en: "Record a work contract" },
    operation: createContrat,
    response: contratShape,
    status: 201,
    location: (contrat) => `/contrats/?intervenant_id=${contrat.intervenant_id}`,
  });
  endpoint(api, "post", "/contrats/{id}/avenants/", {
    tag,
    summary: { fr: "Ajouter un avenant daté", en: "Add a dated amendment" },
    operation: amendContrat,
    response: contratShape,
  });
  endpoint(api, "post", "/contrats/{id}/fin/", {
    tag,
    summary: { fr: "Fixer le dernier jour d’un contrat", en: "Set a contract's last day" },
    operation: endContrat,
    response: contratShape,
  });
  for (const path of ["/compteurs/", "/intervenants/{intervenant_id}/compteurs/"] as const)
    endpoint(api, "get", path, {
      tag: "compteurs",
      summary: {
        fr: "Heures prévues, travaillées et dues par jour, semaine, mois ou année",
        en: "Hours planned, worked and due by day, week, month or year",
      },
      operation: listCompteurs,
      operationId: path === "/compteurs/" ? undefined : "intervenant.compteur.list",
      response: compteursShape,
      list: true,
    });
  ruleRoutes(api);
}

function ruleRoutes(api: OpenAPIHono): void {
  const tag = "regles";
  endpoint(api, "get", "/agences/{agence_id}/regles/", {
    tag,
    summary: {
      fr: "Lire les règles du temps de travail d’une agence",
      en: "Read an agency's working-time rules",
    },
    operation: listRegles,
    response: reglesShape,
  });
  endpoint(api, "post", "/agences/{agence_id}/regles/", {
    tag,
    summary: { fr: "Changer une règle à partir d’un jour", en: "Change a rule from a day on" },
    operation: updateRegle,
    response: reglesShape,
  });
  endpoint(api, "put", "/agences/{agence_id}/convention/", {
    tag,
    summary: { fr: "Choisir la convention de l’agence", en: "Choose the agency's collective agreement" },
    operation: chooseConvention,
    response: reglesShape,
  });
}
