import { query } from "@/lib/foundation/operation";
import { homeZone, listIncidents as listRows } from "./incident-store";
import { presentIncident } from "./present";
import { incidentList } from "./schemas";

/** The incident log with the clocks of each, without a word of any. */
export const listIncidents = query({
  name: "incident.list",
  input: incidentList,
  run: async ({ db, input, ctx }) => {
    const [page, zone] = await Promise.all([listRows(db, input), homeZone(db)]);
    return { ...page, results: page.results.map((file) => presentIncident(file, ctx, zone)) };
  },
});
