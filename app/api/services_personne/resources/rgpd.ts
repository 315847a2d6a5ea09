import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { endpoint } from "@/lib/delivery/endpoint";
import { pageOf } from "@/lib/delivery/endpoint-spec";
import { tacheShape } from "@/lib/organisation/schemas-tache";
import { createConsentement } from "@/lib/rgpd/consentements/create-consentement";
import { listConsentements } from "@/lib/rgpd/consentements/list-consentements";
import { consentementsShape } from "@/lib/rgpd/consentements/schemas";
import { readConservation } from "@/lib/rgpd/conservation/read-conservation";
import { conservationShape } from "@/lib/rgpd/conservation/schemas";
import { startConservation } from "@/lib/rgpd/conservation/start-conservation";
import { createDemande } from "@/lib/rgpd/create-demande";
import { decideDemande } from "@/lib/rgpd/decide-demande";
import { eraseClient } from "@/lib/rgpd/erase-client";
import { exportClient } from "@/lib/rgpd/export-client";
import { exportIntervenant } from "@/lib/rgpd/export-intervenant";
import { listEffacements } from "@/lib/rgpd/ledger/list-effacements";
import { effacementShape } from "@/lib/rgpd/ledger/schemas";
import { listDemandes } from "@/lib/rgpd/list-demandes";
import { previewErasure } from "@/lib/rgpd/preview-erasure";
import { previewErasureIntervenant } from "@/lib/rgpd/preview-erasure-intervenant";
import { prolongDemande } from "@/lib/rgpd/prolong-demande";
import { readDemande } from "@/lib/rgpd/read-demande";
import { demandeShape } from "@/lib/rgpd/schemas";
import { erasurePreviewShape, erasureShape } from "@/lib/rgpd/schemas-erasure";
import { keptShape } from "@/lib/rgpd/schemas-kept";

import { readTraitements } from "@/lib/rgpd/traitements/read-traitements";
import { traitementsShape } from "@/lib/rgpd/traitements/schemas";

const tag = "rgpd";

export function rgpdRoutes(api: OpenAPIHono): void {
  endpoint(api, "get", "/rgpd/demandes/", {
    tag,
    summary: {
      fr: "Consulter le registre des demandes de droits (RGPD)",
      en: "Read the register of rights requests (GDPR)",
    },
    operation: listDemandes,
    response: pageOf(demandeShape),
    list: true,
  });
  endpoint(api, "post", "/rgpd/demandes/", {
    tag,
    summary: {
      fr: "Demander l’accès à ses données, leur correction ou leur effacement",
      en: "Ask for access to one's data, their correction or their erasure",
    },
    operation: createDemande,
    response: demandeShape,
    status: 201,
    location: (demande) => `/rgpd/demandes/${demande.id}/`,
  });
  endpoint(api, "get", "/rgpd/demandes/{id}/", {
    tag,
    summary: {
      fr: "Lire une demande de droits et son échéance",
      en: "Read a rights request and its deadline",
    },
    operation: readDemande,
    response: demandeShape,
  });
  endpoint(api, "post", "/rgpd/demandes/{id}/decision/", {
    tag,
    summary: {
      fr: "Prendre en charge, accepter, refuser ou clore une demande de droits",
      en: "Take on, accept, refuse or close a rights request",
    },
    operation: decideDemande,
    response: demandeShape,
    status: 201,
    location: (demande) => `/rgpd/demandes/${demande.id}/`,
  });
  endpoint(api, "post", "/rgpd/demandes/{id}/prolongation/", {
    tag,
    summary: {
      fr: "Prolonger de deux mois le délai d’une demande complexe",
      en: "Extend the deadline of a complex request by two months",
    },
    operation: prolongDemande,
    response: demandeShape,
    status: 201,
    location: (demande) => `/rgpd/demandes/${demande.id}/`,
  });
  fileRoutes(api);
  workerRoutes(api);
  retentionRoutes(api);
}

/** How long things are kept, and the ledger of who was erased. */
function retentionRoutes(api: OpenAPIHono): void {
  endpoint(api, "get", "/rgpd/conservation/", {
    tag,
    summary: {
      fr: "Voir ce que les règles de conservation enlèveraient maintenant, sans rien enlever",
      en: "See what the retention rules would take away now, without taking anything",
    },
    operation: readConservation,
    response: conservationShape,
  });
  endpoint(api, "post", "/rgpd/conservation/", {
    tag,
    summary: {
      fr: "Appliquer maintenant les règles de conservation",
      en: "Apply the retention rules now",
    },
    operation: startConservation,
    response: tacheShape,
    status: 202,
    location: (tache) => `/taches/${tache.id}/`,
  });
  endpoint(api, "get", "/rgpd/traitements/", {
    tag,
    summary: {
      fr: "Lire le registre des traitements (RGPD art. 30)",
      en: "Read the record of processing (GDPR art. 30)",
    },
    operation: readTraitements,
    response: traitementsShape,
  });
  endpoint(api, "get", "/rgpd/effacements/", {
    tag,
    summary: {
      fr: "Lire le registre des effacements (numéros et dates, aucun nom)",
      en: "Read the ledger of erasures (numbers and dates, no name)",
    },
    operation: listEffacements,
    response: pageOf(effacementShape),
    list: true,
  });
}

/** A person's copy, for them alone. */
const zipped = {
  "application/zip": ({ name, bytes }: { name: string; bytes: Uint8Array }) => ({
    body: new Uint8Array(bytes),
    headers: {
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "private, no-store",
    },
  }),
};

/** What the rights lead to, below the person's own address. */
function fileRoutes(api: OpenAPIHono): void {
  endpoint(api, "get", "/clients/{id}/export/", {
    tag: "clients",
    summary: {
      fr: "Emporter tout ce que l’agence garde sur un client (RGPD, zip : JSON, PDF, page lisible)",
      en: "Take away everything held about a client (GDPR, zip: JSON, PDF, readable page)",
    },
    operation: exportClient,
    response: z.string(),
    fileOnly: true,
    representations: zipped,
  });
  endpoint(api, "get", "/clients/{id}/consentements/", {
    tag: "clients",
    summary: {
      fr: "Lire à quoi un client consent, et ce qu’il a retiré, avec l’historique",
      en: "Read what a client consents to and withdrew, with its history",
    },
    operation: listConsentements,
    response: consentementsShape,
  });
  endpoint(api, "post", "/clients/{id}/consentements/", {
    tag: "clients",
    summary: {
      fr: "Donner ou retirer un consentement, ou noter celui qu’un papier porte",
      en: "Give or withdraw a consent, or note one that a paper bears",
    },
    operation: createConsentement,
    response: consentementsShape,
    status: 201,
    location: ({ client_id }) => `/clients/${client_id}/consentements/`,
  });
  endpoint(api, "get", "/clients/{id}/effacement/", {
    tag: "clients",
    summary: {
      fr: "Voir ce qu’un effacement enlèverait, et ce que la loi fait garder",
      en: "See what an erasure would take away, and what the law keeps",
    },
    operation: previewErasure,
    response: erasurePreviewShape,
  });
  endpoint(api, "post", "/clients/{id}/effacement/", {
    tag: "clients",
    summary: {
      fr: "Effacer un client pour toujours, après une demande acceptée",
      en: "Erase a client for good, after an accepted request",
    },
    operation: eraseClient,
    response: erasureShape,
  });
}

/** The same for an intervenant. */
function workerRoutes(api: OpenAPIHono): void {
  endpoint(api, "get", "/intervenants/{id}/export/", {
    tag: "intervenants",
    summary: {
      fr: "Emporter tout ce que l’agence garde sur un intervenant (RGPD, zip : JSON, page lisible)",
      en: "Take away everything held about an intervenant (GDPR, zip: JSON, readable page)",
    },
    operation: exportIntervenant,
    response: z.string(),
    fileOnly: true,
    representations: zipped,
  });
  endpoint(api, "get", "/intervenants/{id}/effacement/", {
    tag: "intervenants",
    summary: {
      fr: "Voir ce que la loi fait garder d’un intervenant, et jusqu’à quand",
      en: "See what the law keeps of an intervenant, and until when",
    },
    operation: previewErasureIntervenant,
    response: keptShape,
  });
}
