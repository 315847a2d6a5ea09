import type { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { endpoint } from "@/lib/delivery/endpoint";
import { pageOf } from "@/lib/delivery/endpoint-spec";
import { abandonEchec } from "@/lib/organisation/abandon-echec";
import { cancelTache } from "@/lib/organisation/cancel-tache";
import { listEchecs } from "@/lib/organisation/list-echecs";
import { listFiles } from "@/lib/organisation/list-files";
import { listTaches } from "@/lib/organisation/list-taches";
import { readTache } from "@/lib/organisation/read-tache";
import { replayEchec } from "@/lib/organisation/replay-echec";
import { replayFile } from "@/lib/organisation/replay-file";
import { echecShape, filesShape, rejeuShape } from "@/lib/organisation/schemas-echec";
import { tacheShape } from "@/lib/organisation/schemas-tache";

const tag = "taches";

export function tacheRoutes(api: OpenAPIHono): void {
  endpoint(api, "get", "/taches/", {
    tag,
    summary: { fr: "Lister mes travaux longs", en: "List my long work" },
    operation: listTaches,
    response: pageOf(tacheShape),
    list: true,
  });
  // Before the work's own address, which would take these words for a number.
  echecRoutes(api);
  endpoint(api, "get", "/taches/{id}/", {
    tag,
    summary: { fr: "Suivre un travail long", en: "Follow a piece of long work" },
    operation: readTache,
    response: tacheShape,
  });
  endpoint(api, "post", "/taches/{id}/annulation/", {
    tag,
    summary: { fr: "Annuler un travail long", en: "Cancel a piece of long work" },
    operation: cancelTache,
    response: tacheShape,
  });
}

function echecRoutes(api: OpenAPIHono): void {
  endpoint(api, "get", "/taches/files/", {
    tag,
    summary: { fr: "Voir les files de travaux", en: "See the job queues" },
    operation: listFiles,
    response: filesShape,
  });
  endpoint(api, "post", "/taches/files/{file}/rejeu/", {
    tag,
    summary: { fr: "Rejouer les échecs d’une file", en: "Replay the failures of a queue" },
    operation: replayFile,
    response: rejeuShape,
  });
  endpoint(api, "get", "/taches/echecs/", {
    tag,
    summary: { fr: "Lister les travaux échoués", en: "List failed jobs" },
    operation: listEchecs,
    response: pageOf(echecShape),
    list: true,
  });
  endpoint(api, "post", "/taches/echecs/{id}/rejeu/", {
    tag,
    summary: { fr: "Rejouer un travail échoué", en: "Replay a failed job" },
    operation: replayEchec,
    response: rejeuShape,
  });
  endpoint(api, "delete", "/taches/echecs/{id}/", {
    tag,
    summary: { fr: "Abandonner un travail échoué", en: "Give up a failed job" },
    operation: abandonEchec,
    response: z.null(),
    status: 204,
  });
}
