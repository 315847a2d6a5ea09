import type { OpenAPIHono } from "@hono/zod-openapi";
import { endpoint } from "@/lib/delivery/endpoint";
import { readMoi } from "@/lib/organisation/read-moi";
import { moiShape } from "@/lib/organisation/schemas-account";
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
}
