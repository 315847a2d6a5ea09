import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { endpoint } from "@/lib/delivery/endpoint";
import { pageOf } from "@/lib/delivery/endpoint-spec";
import { toCalendar } from "@/lib/plannings/calendar";
import { listConflits } from "@/lib/plannings/conflits/list-conflits";
import { conflitsShape } from "@/lib/plannings/conflits/schemas";
import { createAbonnement } from "@/lib/plannings/create-abonnement";
import { listAbonnements } from "@/lib/plannings/list-abonnements";
import { createPublication } from "@/lib/plannings/publications/create-publication";
import { listPublications } from "@/lib/plannings/publications/list-publications";
import { previewPublication } from "@/lib/plannings/publications/preview-publication";
import { publicationPreviewShape, publicationShape } from "@/lib/plannings/publications/schemas";
import { readFlux } from "@/lib/plannings/read-flux";
import { readHeures } from "@/lib/plannings/read-heures";
import { readPlanning } from "@/lib/plannings/read-planning";
import { renewAbonnement } from "@/lib/plannings/renew-abonnement";
import { revokeAbonnement } from "@/lib/plannings/revoke-abonnement";
import { planningShape } from "@/lib/plannings/schemas";
import { abonnementSecretShape, abonnementsShape } from "@/lib/plannings/schemas-abonnement";
import { heuresShape } from "@/lib/plannings/schemas-heures";
import { optimisationRoutes } from "./optimisations";

const tag = "plannings";

export function planningRoutes(api: OpenAPIHono): void {
  endpoint(api, "get", "/plannings/", {
    tag,
    summary: {
      fr: "Lire la semaine d’un intervenant ou d’une agence",
      en: "Read the week of an intervenant or an agency",
    },
    operation: readPlanning,
    response: planningShape,
    representations: {
      "text/calendar": (planning, ctx) => ({
        body: toCalendar(planning, ctx.now, ctx.locale),
        headers: { "Content-Disposition": `attachment; filename="planning-${planning.semaine}.ics"` },
      }),
    },
  });
  endpoint(api, "get", "/intervenants/{intervenant_id}/heures/", {
    tag: "intervenants",
    summary: {
      fr: "Heures d’un mois : prévues, pointées, validées",
      en: "Hours of a month: planned, clocked, validated",
    },
    operation: readHeures,
    response: heuresShape,
  });
  endpoint(api, "get", "/plannings/conflits/", {
    tag,
    summary: {
      fr: "Lister ce qui ne va pas dans la semaine d’une agence",
      en: "List what is wrong in the week of an agency",
    },
    operation: listConflits,
    response: conflitsShape,
  });
  publicationRoutes(api);
  subscriptionRoutes(api);
}

/** A week told to those whom it concerns. */
function publicationRoutes(api: OpenAPIHono): void {
  endpoint(api, "get", "/plannings/publications/", {
    tag,
    summary: { fr: "Lister les semaines publiées", en: "List the published weeks" },
    operation: listPublications,
    response: pageOf(publicationShape),
    list: true,
  });
  endpoint(api, "post", "/plannings/publications/", {
    tag,
    summary: {
      fr: "Publier la semaine d’une agence et prévenir ceux que cela change",
      en: "Publish an agency's week and tell those for whom something changes",
    },
    operation: createPublication,
    response: publicationShape,
    status: 201,
  });
  endpoint(api, "get", "/plannings/publications/apercu/", {
    tag,
    summary: {
      fr: "Voir ce que publier une semaine annoncerait, et à qui",
      en: "See what publishing a week would tell, and to whom",
    },
    operation: previewPublication,
    response: publicationPreviewShape,
  });
}

/** Secret addresses for calendar applications, and what they read there. */
function subscriptionRoutes(api: OpenAPIHono): void {
  optimisationRoutes(api);
  endpoint(api, "get", "/plannings/abonnements/", {
    tag,
    summary: { fr: "Mes abonnements d’agenda", en: "My calendar subscriptions" },
    operation: listAbonnements,
    response: abonnementsShape,
  });
  endpoint(api, "post", "/plannings/abonnements/", {
    tag,
    summary: {
      fr: "Créer une adresse secrète d’agenda (dite une seule fois)",
      en: "Create a secret calendar address (told once)",
    },
    operation: createAbonnement,
    response: abonnementSecretShape,
    status: 201,
  });
  endpoint(api, "post", "/plannings/abonnements/{id}/renouvellement/", {
    tag,
    summary: {
      fr: "Remplacer l’adresse secrète d’un abonnement",
      en: "Replace the secret address of a subscription",
    },
    operation: renewAbonnement,
    response: abonnementSecretShape,
  });
  endpoint(api, "delete", "/plannings/abonnements/{id}/", {
    tag,
    summary: { fr: "Révoquer un abonnement d’agenda", en: "Revoke a calendar subscription" },
    operation: revokeAbonnement,
    response: z.object({ id: z.number().int() }),
    status: 204,
  });
  endpoint(api, "get", "/plannings/flux/{fichier}/", {
    tag,
    summary: {
      fr: "Flux d’agenda à une adresse secrète (iCalendar, sans connexion)",
      en: "Calendar feed at a secret address (iCalendar, no sign-in)",
    },
    operation: readFlux,
    response: z.string(),
    fileOnly: true,
    representations: {
      "text/calendar": ({ texte, langue }) => ({
        body: texte,
        headers: {
          "Content-Language": langue,
          "Content-Disposition": 'inline; filename="dihya.ics"',
          "X-Robots-Tag": "noindex",
        },
      }),
    },
  });
}
