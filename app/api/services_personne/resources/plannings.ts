import type { OpenAPIHono } from "@hono/zod-openapi";
import { endpoint } from "@/lib/delivery/endpoint";
import { toCalendar } from "@/lib/plannings/calendar";
import { readPlanning } from "@/lib/plannings/read-planning";
import { planningShape } from "@/lib/plannings/schemas";

export function planningRoutes(api: OpenAPIHono): void {
  endpoint(api, "get", "/plannings/", {
    tag: "plannings",
    summary: {
      fr: "Lire la semaine d’un intervenant ou d’une agence",
      en: "Read the week of an intervenant or an agency",
    },
    operation: readPlanning,
    response: planningShape,
    representations: {
      "text/calendar": (planning, ctx) => ({
        body: toCalendar(planning, ctx.now),
        headers: { "Content-Disposition": `attachment; filename="planning-${planning.semaine}.ics"` },
      }),
    },
  });
}
