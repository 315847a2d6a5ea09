import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { endpoint } from "@/lib/delivery/endpoint";
import { readMoi } from "@/lib/organisation/read-moi";
import { moiShape } from "@/lib/organisation/schemas-account";
import { activateSecondFacteur } from "@/lib/organisation/second-facteur/activate-facteur";
import { prepareFacteur } from "@/lib/organisation/second-facteur/prepare-facteur";
import { readFacteur } from "@/lib/organisation/second-facteur/read-facteur";
import { removeFacteur } from "@/lib/organisation/second-facteur/remove-facteur";
import { renewCodes } from "@/lib/organisation/second-facteur/renew-codes";
import { codesShape, enrolmentShape, facteurShape } from "@/lib/organisation/second-facteur/schemas";
import { updateMoi } from "@/lib/organisation/update-moi";

const tag = "moi";

export function moiRoutes(api: OpenAPIHono): void {
  endpoint(api, "get", "/moi/", {
    tag,
    summary: { fr: "Qui je suis et ce que je peux faire", en: "Who I am and what I may do" },
    operation: readMoi,
    response: moiShape,
  });
  endpoint(api, "patch", "/moi/", {
    tag,
    summary: { fr: "Modifier mon compte", en: "Change my account" },
    operation: updateMoi,
    response: moiShape,
  });
  secondFactorRoutes(api);
}

function secondFactorRoutes(api: OpenAPIHono): void {
  const path = "/moi/second-facteur/";
  endpoint(api, "get", path, {
    tag,
    summary: { fr: "Ma seconde protection à la connexion", en: "My second factor at sign-in" },
    operation: readFacteur,
    response: facteurShape,
  });
  endpoint(api, "post", path, {
    tag,
    summary: {
      fr: "Préparer une application d’authentification",
      en: "Prepare an authenticator application",
    },
    operation: prepareFacteur,
    response: enrolmentShape,
  });
  endpoint(api, "post", `${path}activation/`, {
    tag,
    summary: {
      fr: "Mettre l’application en service avec un premier code",
      en: "Put the application in use with a first code",
    },
    operation: activateSecondFacteur,
    response: codesShape,
  });
  endpoint(api, "post", `${path}codes/`, {
    tag,
    summary: { fr: "Obtenir de nouveaux codes de secours", en: "Get new recovery codes" },
    operation: renewCodes,
    response: codesShape,
  });
  endpoint(api, "post", `${path}retrait/`, {
    tag,
    summary: { fr: "Retirer la seconde protection", en: "Remove the second factor" },
    operation: removeFacteur,
    response: z.object({}),
    status: 204,
  });
}
