import { Refused } from "@/lib/foundation/errors";
import { query } from "@/lib/foundation/operation";
import { byId } from "@/lib/foundation/shapes";
import { findIncident } from "./incident-store";
import { presentFile } from "./present";
import { renderReport } from "./report";

/** The report for the authority, as a page in the reader's language; to an auditeur without names and words. */
export const reportIncident = query({
  name: "incident.report",
  input: byId,
  run: async ({ db, input, ctx }) => {
    const file = await findIncident(db, input.id);
    if (!file) throw new Refused("notFound");
    const incident = await presentFile(db, file, ctx);
    const html = renderReport(incident, ctx.locale, ctx.now);
    return { id: input.id, name: `incident-${input.id}.html`, bytes: new TextEncoder().encode(html) };
  },
  exports: ({ id }) => ({ type: "incident", id }),
});
