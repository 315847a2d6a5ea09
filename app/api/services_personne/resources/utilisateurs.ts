import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { endpoint } from "@/lib/delivery/endpoint";
import { pageOf } from "@/lib/delivery/endpoint-spec";
import { createUtilisateur } from "@/lib/organisation/create-utilisateur";
import { listUtilisateurs } from "@/lib/organisation/list-utilisateurs";
import { readUtilisateur } from "@/lib/organisation/read-utilisateur";
import { utilisateurShape } from "@/lib/organisation/schemas-utilisateur";
import { resetFacteur } from "@/lib/organisation/second-facteur/reset-facteur";
import { updateUtilisateur } from "@/lib/organisation/update-utilisateur";

const tag = "utilisateurs";

export function utilisateurRoutes(api: OpenAPIHono): void {
  endpoint(api, "get", "/utilisateurs/", {
    tag,
    summary: { fr: "Rechercher des comptes", en: "Search accounts" },
    operation: listUtilisateurs,
    response: pageOf(utilisateurShape),
    list: true,
  });
  endpoint(api, "post", "/utilisateurs/", {
    tag,
    summary: { fr: "Créer un compte et inviter la personne", en: "Create an account and invite the person" },
    operation: createUtilisateur,
    response: utilisateurShape,
    status: 201,
    location: (user) => `/utilisateurs/${user.id}/`,
  });
  endpoint(api, "get", "/utilisateurs/{id}/", {
    tag,
    summary: { fr: "Lire un compte", en: "Read an account" },
    operation: readUtilisateur,
    response: utilisateurShape,
  });
  endpoint(api, "patch", "/utilisateurs/{id}/", {
    tag,
    summary: { fr: "Modifier un compte", en: "Change an account" },
    operation: updateUtilisateur,
    response: utilisateurShape,
  });
  endpoint(api, "delete", "/utilisateurs/{id}/second-facteur/", {
    tag,
    summary: {
      fr: "Retirer la seconde protection de quelqu’un qui l’a perdue",
      en: "Remove the second factor of someone who lost it",
    },
    operation: resetFacteur,
    response: z.object({}),
    status: 204,
  });
}
